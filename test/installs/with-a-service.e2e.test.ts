import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../tools/setup/project.mjs';
import { type EmptyFolder, locked, openEmptyFolder } from './empty-folder.ts';
import { ownBrowser } from './own-browser.ts';

const page = readFileSync(join(root, 'docs/testing-with-a-service.md'), 'utf8');

/** The files of a section of the page, by their names. */
const filesOf = (section: string): (readonly [name: string, code: string])[] => {
  const text =
    page.split(/^(?=## )/m).find((one) => one.startsWith(`## ${section}\n`)) ?? assert.fail(section);
  return Array.from(text.matchAll(/```js\n(\/\/ (\S+)\n[^]*?)```/g), ([, code = '', name = '']) => [
    name,
    code,
  ]);
};

describe('docs/testing-with-a-service.md, followed in an empty folder', () => {
  let empty: EmptyFolder;
  before(async () => {
    empty = openEmptyFolder();
    await empty.install([
      'vitest@5.1.2',
      locked('vite', 'demo/examples/react'),
      locked('@web/test-runner', '.'),
      locked('@web/test-runner-chrome', '.'),
    ]);
  });
  after(() => empty.close());

  it('tests a server with Vitest', async () => {
    for (const [name, code] of filesOf('Vitest')) empty.write(name, code);
    assert.match(await empty.run('npx vitest run'), /Tests .*\b1 passed\b/);
  });

  it('tests a page with web-test-runner', async () => {
    for (const [name, code] of filesOf('web-test-runner')) empty.write(name, code);
    empty.write('own.config.js', ownBrowser);
    const output = await empty.run('npx web-test-runner --config own.config.js --static-logging');
    assert.match(output, /\b1 passed, 0 failed\b/);
  });
});
