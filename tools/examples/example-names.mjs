import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';
import { Trouble } from '../setup/trouble.mjs';

/** The examples that `npm test` builds and drives; `npm run test:all` takes all there are. */
const usual = ['vue', 'react'];

/** Every example: the folders of demo/examples/ that have a package, or the page itself. */
export function allExamples() {
  const folder = join(root, 'demo', 'examples');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const has = (/** @type {string} */ name, /** @type {string} */ file) =>
    existsSync(join(folder, name, file));
  return names.filter((name) => has(name, 'package.json') || has(name, 'index.html')).sort();
}

/**
 * The examples that `text` names: `all`, a list with commas, or the usual ones when there is none.
 * @param {string | undefined} text
 */
export function chosenExamples(text) {
  const all = allExamples();
  if (text === 'all') return all;
  if (text) return checkedNames(text.split(','));
  return all.filter((name) => usual.includes(name));
}

/**
 * `names` as they are, when each is an example.
 * @param {string[]} names
 */
export function checkedNames(names) {
  const all = allExamples();
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new Trouble(`There is no example "${unknown}"; demo/examples has ${all.join(', ') || 'none'}.`);
  return names;
}
