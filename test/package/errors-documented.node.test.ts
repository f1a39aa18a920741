import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ERRORS } from '../../src/contract/errors.ts';
import { project } from './packed.ts';

const read = (path: string) => readFileSync(join(project, path), 'utf8');

describe('the pages of errors', () => {
  it('have each code of the element, and what to do about it', () => {
    const union = read('src/model/upsell-error.ts').match(/UpsellErrorCode =([^;]+);/)?.[1] ?? '';
    const codes = Array.from(union.matchAll(/'([a-z-]+)'/g), ([, code]) => code);
    const sections = sectionsOf('docs/errors.md', '## ');
    assert.deepEqual(sections.map(({ title }) => title).sort(), codes.sort());
    for (const { title, text } of sections)
      assert.match(text, /\*\*What happened\*\*[^]*\*\*The shopper sees\*\*[^]*\*\*What to do\*\*/, title);
  });

  it('have each code of the transaction API with its status, and what happened', () => {
    const sections = sectionsOf('docs/service-errors.md', '### ');
    const expected = Object.entries(ERRORS).map(([code, row]) => toTitle(code, row));
    assert.deepEqual(sections.map(({ title }) => title).sort(), expected.sort());
    for (const { title, text } of sections) assert.match(text, /\*\*What happened\*\*: \w/, title);
  });
});

/** As the heading has it, without the marks of code. */
function toTitle(code: string, { status, ofItem }: { status?: number; ofItem?: boolean }): string {
  if (status === undefined) return code;
  return ofItem ? `${code} · also ${status}` : `${code} · ${status}`;
}

function sectionsOf(page: string, mark: string) {
  const [, ...parts] = read(page).split(new RegExp(`^${mark}(?=\`)`, 'm'));
  return parts.map((part) => {
    const [title = '', ...lines] = part.split('\n');
    return { title: title.replaceAll('`', ''), text: lines.join('\n') };
  });
}
