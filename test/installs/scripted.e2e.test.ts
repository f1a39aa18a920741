import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../tools/setup/project.mjs';
import { type EmptyFolder, locked, openEmptyFolder } from './empty-folder.ts';
import { ownBrowser } from './own-browser.ts';

const page = readFileSync(join(root, 'docs/testing.md'), 'utf8');

/** The blocks of the page in this language, in order. */
const blocksOf = (language: string) =>
  Array.from(page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g')), ([, code = '']) => code);

describe('docs/testing.md, followed in an empty folder', () => {
  let empty: EmptyFolder;
  before(async () => {
    empty = openEmptyFolder();
    const packages = [
      '@web/test-runner',
      '@web/test-runner-chrome',
      '@web/dev-server-esbuild',
      '@open-wc/testing',
    ];
    await empty.install(packages.map((name) => locked(name, '.')));
  });
  after(() => empty.close());

  it('runs its samples under both manners', async () => {
    const [imports = '', config = ''] = blocksOf('js');
    empty.write('web-test-runner.config.js', config);
    const own = `import { expect } from '@open-wc/testing';\n`;
    empty.write('upsell.test.ts', [own, imports, ...blocksOf('ts')].join('\n'));
    empty.write('own.config.js', ownBrowser);
    const output = await empty.run('npx web-test-runner --config own.config.js --static-logging');
    assert.match(output, /\b3 passed, 0 failed\b/);
    assert.ok(page.includes('`3 passed, 0 failed`'));
  });
});
