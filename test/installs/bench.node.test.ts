import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { claims } from '../../bench/claims.mjs';
import { measurements } from '../../bench/measurements.mjs';
import { pages as expectedPages } from '../../bench/written.mjs';
import { findTestFiles } from '../../tools/check/test-files.mjs';
import { ownNode, root } from '../../tools/setup/project.mjs';
import { run } from '../../tools/setup/run.mjs';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const written = () => ['bench/measured.json', ...Object.keys(expectedPages())].map(read);

describe('npm run bench -- --smoke', () => {
  let output: string;
  let code: number | null;
  let pages: string[];
  before(async () => {
    pages = written();
    // Else what it runs would take itself for a part of this test.
    const env = { NODE_TEST_CONTEXT: undefined };
    ({ code, output } = await run(ownNode, ['bench/bench.mjs', '--smoke'], { env, limit: 20 * 60_000 }));
  });

  it('makes every table, with every cell of every row', () => {
    assert.equal(code, 0, output);
    const tables = [...output.matchAll(/^\| figure .*\n\| -.*\n((?:\|.*\n)+)/gm)];
    assert.equal(tables.length, measurements.length, output);
    for (const [table, rows = ''] of tables) {
      const [head = ''] = table.split('\n');
      for (const row of rows.trimEnd().split('\n')) {
        const cells = cellsOf(row);
        assert.equal(cells.length, cellsOf(head).length, row);
        assert.ok(!cells.some((cell) => cell === '' || cell.includes('NaN')), row);
        const reached = cells[cellsOf(head).indexOf('reached')] ?? '';
        assert.match(reached, /^-?[\d,.]+|^– \((its test was skipped|PostgreSQL is not installed)\)$/, row);
      }
    }
  });

  it('has no verdict, and writes nothing', () => {
    assert.doesNotMatch(output, /\bverdict\b|missed by/);
    assert.deepEqual(written(), pages);
  });
});

describe('BENCHMARKS.md', () => {
  it('is what was measured, with the remarks as they are; npm run bench -- --page writes it', () => {
    for (const [path, text] of Object.entries(expectedPages())) assert.equal(read(path), text, path);
  });

  it('names what proves each claim of the README and of the guarantees, in their words, and it is there', () => {
    const said = ['README.md', 'docs/guarantees.md'].map(read).join('\n').replace(/\s+/g, ' ');
    const guarantees = [...said.matchAll(/ - \*\*([^*]+)\*\*/g)].map(([, words = '']) => words);
    assert.ok(guarantees.length > 5);
    for (const guarantee of guarantees)
      assert.ok(
        claims.some(([words]) => guarantee.startsWith(words)),
        guarantee,
      );
    for (const [words, command] of claims) {
      assert.ok(said.includes(words), words);
      const tests = command.split(' ').filter((part) => part.startsWith('test/'));
      for (const part of tests) assert.ok(Object.values(findTestFiles([part], true)).flat().length > 0, part);
    }
  });
});

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
