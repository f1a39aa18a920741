import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'editor-support.md'), 'utf8');
const settings = [...page.matchAll(/^```json\n(.+?)^```$/gms)].map(
  ([, text = '']) => JSON.parse(text) as Settings,
);

type Settings = Readonly<Record<string, unknown>>;

describe('docs/editor-support.md', () => {
  it('names the file that VS Code reads', () => {
    const { 'html.customData': files } = settings[0] as { 'html.customData': string[] };
    assert.equal(files.length, 1);
    for (const file of files)
      assert.ok(existsSync(join(root, file.replace('./node_modules/rokt-upsell/', ''))));
  });

  for (const [index, name] of ['vue', 'svelte', 'angular'].entries()) {
    it(`has the settings that ${name} is checked with`, () => {
      const file = join(import.meta.dirname, 'frameworks', name, 'tsconfig.json');
      assert.partialDeepStrictEqual(JSON.parse(readFileSync(file, 'utf8')), settings[index + 1]);
    });
  }
});
