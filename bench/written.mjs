import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/setup/project.mjs';
import { withCapacity } from './capacity.mjs';
import { pageOf } from './page.mjs';

/** What was measured last, which the pages are written from. */
const FILE = join(root, 'bench/measured.json');

/** Keeps what a measurement has given, in place of what it had. @param {string} name @param {import('./page.mjs').Measured[string]} table */
export function keep(name, table) {
  writeFileSync(FILE, `${JSON.stringify({ ...readMeasured(), [name]: table }, null, 2)}\n`);
}

/** The pages that show what was measured, by path, as they have to be. @returns {Record<string, string>} */
export function pages() {
  const measured = readMeasured();
  const production = readFileSync(join(root, 'docs/production.md'), 'utf8');
  return {
    'BENCHMARKS.md': pageOf(measured),
    'docs/production.md': withCapacity(production, measured['calls']),
  };
}

export function writePages() {
  for (const [path, text] of Object.entries(pages())) writeFileSync(join(root, path), text);
}

/** @returns {import('./page.mjs').Measured} */
function readMeasured() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}
