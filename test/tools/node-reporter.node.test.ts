import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

const reporter = join(import.meta.dirname, '..', '..', 'tools', 'check', 'node-reporter.mjs');

describe('the reporter of the tests in Node', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-reporter-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs a test file with the given body; the printed text, the counts, and what is shown in any case. */
  function report(body: string): { text: string; counts: unknown; table: string } {
    const file = join(folder, 'some.test.mjs');
    const counts = join(folder, 'counts.json');
    writeFileSync(file, `import { describe, it } from 'node:test';\n${body}\n`);
    const table = join(folder, 'table.txt');
    const files = { ROKT_UPSELL_COUNTS: counts, ROKT_UPSELL_TABLE: table };
    const env = { ...process.env, ...files, NODE_TEST_CONTEXT: undefined };
    const args = ['--test', `--test-reporter=${reporter}`, file];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    return {
      text: stdout,
      counts: JSON.parse(readFileSync(counts, 'utf8')),
      table: existsSync(table) ? readFileSync(table, 'utf8') : '',
    };
  }

  it('prints nothing when all is well', () => {
    const silent = { text: '', counts: { passed: 1, failed: 0 }, table: '' };
    assert.deepEqual(report("it('works', () => {});"), silent);
  });

  it('shows what was skipped for a reason, in a suite or by itself, and no other', () => {
    const { table } = report(
      `it('needs a tool', (t) => t.skip('there is no tool'));
      describe('a suite', { skip: 'there is no server' }, () => {});
      it('is for others', { skip: true }, () => {});`,
    );
    assert.equal(table, 'skipped: needs a tool: there is no tool\nskipped: a suite: there is no server\n');
  });

  it('shows what a test has noted, and it alone', () => {
    const { text, table } = report(
      "describe('a suite', () => { it('looks', (t) => t.diagnostic('a picture has changed')); });",
    );
    assert.deepEqual([text, table], ['', 'noted: a picture has changed\n']);
  });

  it('prints and counts the failed test, not the suite around it', () => {
    const { text, counts } = report(
      "describe('a suite', () => { it('breaks', () => { throw new Error('why'); }); });",
    );
    assert.match(text, /✖ breaks .*some\.test\.mjs:2\n\s+Error: why/);
    assert.doesNotMatch(text, /a suite/);
    assert.deepEqual(counts, { passed: 0, failed: 1 });
  });

  it('counts a file that cannot be loaded as a failure', () => {
    const { text, counts } = report("import './missing.mjs';");
    assert.match(text, /Cannot find module/);
    assert.deepEqual(counts, { passed: 0, failed: 1 });
  });

  it('counts a test that takes too long as a failure', () => {
    const { counts } = report(
      "it('hangs', { timeout: 20 }, () => new Promise((end) => setTimeout(end, 200)));",
    );
    assert.deepEqual(counts, { passed: 0, failed: 1 });
  });
});
