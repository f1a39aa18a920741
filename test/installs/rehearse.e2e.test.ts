import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../tools/setup/project.mjs';
import { type EmptyFolder, openEmptyFolder } from './empty-folder.ts';

const page = readFileSync(join(root, 'docs/rehearse.md'), 'utf8');

/** The table that the page shows. */
const [, printed = ''] = /```text\n(without a fault[^]+?)\n```/.exec(page) ?? [];

describe('docs/rehearse.md, followed in an empty folder', () => {
  let empty: EmptyFolder;
  before(async () => {
    empty = openEmptyFolder();
    await empty.install([]);
    for (const [, code = '', name = ''] of page.matchAll(/```js\n(\/\/ (\S+)\n[^]*?)```/g))
      empty.write(name, code);
    await empty.run('npm pkg set "scripts.test=node --test"');
  });
  after(() => empty.close());

  it('prints the table of the page, word for word, and writes it for a CI server', async (t) => {
    const output = await empty.run('npx rokt-upsell rehearse --junit rehearsal.xml -- npm test');
    t.diagnostic(output);
    assert.ok(printed.length > 0);
    assert.equal(output.trim(), printed);
    const xml = readFileSync(join(empty.folder, 'rehearsal.xml'), 'utf8');
    assert.match(xml, /<testsuites name="rokt-upsell rehearse" tests="28" failures="0" skipped="0">/);
  });
});
