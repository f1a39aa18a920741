import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../setup/project.mjs';
import { frameworkNames, frameworkTypes } from './framework-types.mjs';
import { htmlData } from './html-data.mjs';
import { publishedElements } from './published-elements.mjs';
import { webTypes } from './web-types.mjs';

/** Writes to dist/ what editors and type checkers know of the elements, from custom-elements.json. */
export function writeEditorFiles() {
  const elements = publishedElements();
  const element = elements.find(({ properties }) => properties.some(({ attribute }) => attribute));
  if (!element) throw new Error('custom-elements.json has no tag that a page writes with attributes.');
  for (const name of frameworkNames) {
    write(`types/${name}.d.ts`, frameworkTypes(name, element));
    // An import for the types alone asks for a module in the end.
    write(`types/${name}.js`, 'export {};\n');
  }
  write('editor/html-data.json', json(htmlData(element)));
  write('editor/web-types.json', json(webTypes(elements)));
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * @param {string} path in dist/
 * @param {string} text
 */
function write(path, text) {
  const file = join(root, 'dist', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
