import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../setup/project.mjs';

const dist = join(root, 'dist');

/** The doors that lead into these rooms. */
const doors = ['service/index', 'playwright/index', 'client/index', 'offers/index'];
const rooms = ['service', 'contract', 'standin', 'console'];

/** Leaves of the types of the server and of what it serves those that a door leads to: the others speak of packages that no shop has installed. */
export function keepPublicTypes() {
  const kept = new Set();
  for (const door of doors) visit(join(dist, `${door}.d.ts`), kept);
  for (const room of rooms) {
    for (const entry of readdirSync(join(dist, room), { recursive: true, encoding: 'utf8' })) {
      const file = join(dist, room, entry);
      if (file.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
    }
  }
}

/**
 * @param {string} file
 * @param {Set<string>} kept
 */
function visit(file, kept) {
  if (kept.has(file)) return;
  kept.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.ts'/g)) {
    visit(resolve(dirname(file), `${path}.d.ts`), kept);
  }
}
