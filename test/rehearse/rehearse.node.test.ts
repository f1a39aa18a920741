import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { writeSamples } from '../recipes/page-samples.ts';
import { plainEnvironment } from '../support/plain-environment.ts';
import { type Change, type WrongCheckout, wrongCheckouts, wrongUncharged } from './wrong-checkouts.ts';

const bin = join(import.meta.dirname, '../../src/command/bin.ts');
const suite = [process.execPath, '--test'];

describe('rokt-upsell rehearse', () => {
  const { folder } = writeSamples('rehearse.md');
  const folders: string[] = [];
  after(() => {
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  });

  /** The shop of the page, with some of its checkout changed. */
  const shopWith = (changes: readonly Change[]) => {
    const own = mkdtempSync(join(tmpdir(), 'rokt-upsell-rehearse-'));
    folders.push(own);
    cpSync(folder, own, { recursive: true });
    const file = join(own, 'checkout.js');
    const changed = changes.reduce(
      (code, [from, to]) => {
        assert.ok(code.includes(from), `expected ${from} in the checkout`);
        return code.replace(from, to);
      },
      readFileSync(file, 'utf8'),
    );
    writeFileSync(file, changed);
    return own;
  };
  const rehearse = (cwd: string, options: readonly string[], command: readonly string[] = suite) => {
    const args = [bin, 'rehearse', ...options, '--', ...command];
    const env = plainEnvironment();
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
    return { status, stdout, stderr, rows: cellsOf(stdout) };
  };

  it('finds nothing wrong with the checkout of its page', () => {
    const options = ['--fault', 'reply lost', '--fault', 'cut', '--fault', 'sold out', '--fault', 'expired'];
    const { status, stdout, rows } = rehearse(folder, options);
    assert.match(stdout, /^without a fault: 5 calls and 2 orders; 1 bought, /);
    assert.match(stdout, /every provider told; 2 orders have said what was paid\n/);
    assert.deepEqual(rows, [
      ['', 'any', 'reserve', 'confirm'],
      ['cut', 'ok', 'ok', 'ok'],
      ['reply lost', 'ok', 'ok', 'ok'],
      ['sold out', '·', 'suite failed', '·'],
      ['expired', '·', '·', 'suite failed'],
    ]);
    assert.equal(status, 0);
  });

  const isNamed = ({ changes, rule, under }: WrongCheckout, others: readonly Change[]) => {
    const shop = shopWith([...changes, ...others]);
    const { fault = 'sold out', operation = 'cart.reserve' } = under ?? {};
    const { status, stdout, stderr, rows } = rehearse(shop, ['--fault', fault, '--operation', operation]);
    assert.equal(status, 1, stdout + stderr);
    const title = under ? `${operation}, ${fault}` : 'without a fault';
    assert.match(stdout, new RegExp(`\\n${title}: ${rule}\\n`));
    assert.match(stdout, new RegExp(`\\n  docs/rehearse\\.md#${rule}\\n`));
    if (under) assert.match(rows[1]?.[1] ?? '', /^parted: \d+$/);
    assert.match(stderr, /^rokt-upsell: \d+ found: money and goods part, or a rule is broken\n$/);
  };

  for (const wrong of wrongCheckouts) {
    it(`names a checkout that ${wrong.name}`, () => isNamed(wrong, []));
  }

  describe('where the tests do not say what was paid', () => {
    const silent: Change = ['payments) {', `payments) {\n  payments = { charge() {}, refundAllBut() {} };`];

    it('finds nothing wrong with the checkout of its page', () => {
      const options = ['--fault', 'reply lost', '--fault', 'expired', '--operation', 'cart.confirm'];
      const { status, stdout, rows } = rehearse(shopWith([silent]), options);
      assert.match(stdout, /0 orders have said what was paid\n/);
      assert.deepEqual(rows.slice(1), [
        ['reply lost', 'ok'],
        ['expired', 'suite failed'],
      ]);
      assert.equal(status, 0);
    });

    for (const wrong of wrongUncharged) {
      it(`names a checkout that ${wrong.name}`, () => isNamed(wrong, [silent]));
    }
  });
});

/** The cells of the table that was printed. */
function cellsOf(text: string): string[][] {
  const [, table = ''] = text.split('\n\n');
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, 12).trim(), ...line.slice(12).split(/ {2,}/)]);
}
