import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../../../src/service/dev/report/rules/index.ts';

const docs = join(import.meta.dirname, '../../../../docs');
const page = readFileSync(join(docs, 'rehearse.md'), 'utf8');

/** The text of a page without what is code. */
const headings = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
/** A heading's anchor, as Markdown viewers make it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

describe('docs/rehearse.md', () => {
  it('has a section for each rule, in their order, and says which are notes', () => {
    const [, listed = ''] = page.split('## The rules\n');
    const sections = [...listed.matchAll(/^### `(.+)`\n(\*Note\.\*)?/gm)];
    assert.deepEqual(
      sections.map(([, id, note]) => [id, note === undefined ? 'fault' : 'note']),
      rules.map(({ id, kind }) => [id, kind]),
    );
  });

  it('links to headings that are there', () => {
    const links = [...page.matchAll(/\]\((?<file>[^)#]*)(?:#(?<heading>[^)]+))?\)/g)];
    assert.ok(links.length > 0);
    for (const { groups } of links) {
      const file = join(docs, groups?.['file'] || 'rehearse.md');
      assert.ok(existsSync(file), file);
      const heading = groups?.['heading'];
      if (heading === undefined) continue;
      const anchors = headings(readFileSync(file, 'utf8')).map(anchor);
      assert.ok(anchors.includes(heading), `${file} has no ${heading}`);
    }
  });
});
