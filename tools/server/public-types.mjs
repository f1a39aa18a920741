import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../setup/project.mjs';

const folder = join(root, 'dist', 'service');

/** Leaves of the service's types those that its door leads to: the others speak of packages that no shop has installed. */
export function keepPublicTypes() {
  const kept = new Set();
  visit(join(folder, 'index.d.ts'), kept);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, entry);
    if (file.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
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
