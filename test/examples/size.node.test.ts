import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, it } from 'node:test';
import { exampleFolder } from '../../tools/examples/example-folder.mjs';
import { allExamples } from '../../tools/examples/example-names.mjs';
import { root } from '../../tools/setup/project.mjs';

/** What a page is written in; the rest of an example's folder is configuration and pages for tests. */
const SOURCES = ['.css', '.html', '.js', '.svelte', '.ts', '.tsx', '.vue'];

/** How many lines an example has of its own: what is free of its framework is the demo's and in `demo/examples/shared`. */
function ownLines(name: string): number {
  const folder = join(root, exampleFolder(name));
  const place = ['src', 'app', '.'].map((part) => join(folder, part)).find((part) => existsSync(part))!;
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => SOURCES.includes(extname(file)))
    .reduce((sum, file) => sum + readFileSync(join(place, file), 'utf8').trimEnd().split('\n').length, 0);
}

describe('an example stays small enough to be read at once', () => {
  for (const name of allExamples())
    it(`${name} has fewer than 400 lines of its own`, () => {
      const lines = ownLines(name);
      assert.ok(lines > 100 && lines < 400, `expected fewer than 400 lines, got ${lines}`);
    });
});
