import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { plainEnvironment } from '../support/plain-environment.ts';

const bin = join(import.meta.dirname, '../../src/command/bin.ts');

describe('the command rokt-upsell rehearse', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-rehearse-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) => {
    const options = { cwd: folder, env: plainEnvironment(), encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'rehearse', ...args], options);
    return { status, stdout, stderr };
  };
  /** A command that runs this module. */
  const module = (code: string) => ['--', process.execPath, '--input-type=module', '-e', code];

  /** Tells the service of an order without items, once or as often as it takes. */
  const CONFIRM = `
    const { ROKT_BASE_URL, ROKT_API_KEY, ROKT_TAG_ID } = process.env;
    const headers = { 'content-type': 'application/json', 'rokt-api-key': ROKT_API_KEY, 'rokt-tag-id': ROKT_TAG_ID };
    const body = JSON.stringify({ cartId: 'c', orderId: 'o', items: [] });
    const confirm = () => fetch(ROKT_BASE_URL + '/v1/cart/confirm', { method: 'POST', headers, body });`;

  /** Buys one of the first offer, in a cart of its own, and tells whether it has been answered. */
  const BUY = `${CONFIRM}
    const post = (path, body, more) =>
      fetch(ROKT_BASE_URL + path, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
    let carts = 0;
    const buy = async () => {
      const asked = { accountId: process.env.ROKT_ACCOUNT_ID, sessionId: 's', identifier: 'checkout.upsell' };
      const selected = await post('/v1/selections', asked, { origin: 'http://localhost' });
      const { cartItemId } = (await selected.json()).placements[0].offers[0].cartItem;
      const cartId = 'cart ' + ++carts;
      const order = { cartId, orderId: 'o', items: [{ cartItemId, quantity: 1 }] };
      return post('/v1/cart/confirm', order, { 'rokt-session-id': 's' }).then(({ ok }) => ok, () => false);
    };`;

  for (const [why, args, stderr] of [
    [
      'there is no command',
      ['--fault', 'cut'],
      /^rokt-upsell: rehearse needs the command of your tests after --/,
    ],
    ['there is nothing after --', ['--'], /^rokt-upsell: rehearse needs the command of your tests after --/],
    [
      'a fault is none',
      ['--fault', 'rain', '--', 'true'],
      /^rokt-upsell: --fault takes slow, cut, .*, not "rain"/,
    ],
    ['an operation is none', ['--operation', 'selections', '--', 'true'], /not "selections"/],
    ['a time is none', ['--limit', 'long', '--', 'true'], /^rokt-upsell: --limit needs a time such as/],
    ['an option is none', ['--colour', '--', 'true'], /^rokt-upsell: Unknown option '--colour'/],
  ] as const) {
    it(`says in one line what it needs where ${why}`, () => {
      const result = run(...args);
      assert.equal(result.status, 2);
      assert.match(result.stderr, stderr);
    });
  }

  it('takes --help before -- alone as its own', () => {
    assert.match(run('--help').stdout, /^rokt-upsell rehearse \[options\] -- COMMAND\n/);
    const { status, stderr } = run('--', process.execPath, '--help');
    assert.match(stderr, /the command has passed and sent no such call to ROKT_BASE_URL/);
    assert.equal(status, 1);
  });

  it('does not begin where the tests fail by themselves, and shows what they have written', () => {
    const { status, stderr } = run(...module('console.log("one is wrong"); process.exitCode = 3;'));
    assert.equal(status, 1);
    assert.match(stderr, /the command fails without a fault \(exit code 3\).*\none is wrong\n/);
    assert.match(
      run('--', './nothing-here').stderr,
      /the command cannot be run: spawn \.\/nothing-here ENOENT/,
    );
    assert.match(run('--catalogue', 'none.json', ...module('')).stderr, /none\.json/);
  });

  it('ends a run that takes too long, with all that it has started', async () => {
    const server = `
      const { createServer } = require('node:http');
      const server = createServer().listen(0, '127.0.0.1', () => {
        require('node:fs').writeFileSync('left.port', String(server.address().port));
      });`;
    const left = `
      import { spawn } from 'node:child_process';
      import { existsSync } from 'node:fs';
      ${CONFIRM}
      spawn(process.execPath, ['-e', ${JSON.stringify(server)}], { stdio: 'inherit' }).unref();
      while (!existsSync('left.port')) await new Promise((resolve) => setTimeout(resolve, 5));
      const { status } = await confirm();
      if (status === 200) process.exit(0);
      setInterval(() => undefined, 1_000);`;
    const asked = [
      '--operation',
      'cart.confirm',
      '--fault',
      'down',
      '--limit',
      '5s',
      '--junit',
      'rehearsal.xml',
    ];
    const { status, stdout, stderr } = run(...asked, ...module(left));
    assert.match(stdout, /\ndown +suite failed\n/, stderr);
    assert.equal(status, 0);
    const port = readFileSync(join(folder, 'left.port'), 'utf8');
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
    assert.match(
      readFileSync(join(folder, 'rehearsal.xml'), 'utf8'),
      /the suite has failed: took more than 5 s/,
    );
  });

  it('writes what it has found for a CI server', () => {
    const careless = `${CONFIRM} await confirm().catch(() => undefined);`;
    const asked = ['--fault', '500', '--fault', 'reply lost', '--junit', 'rehearsal.xml'];
    const { status, stdout } = run(...asked, ...module(careless));
    assert.equal(status, 1);
    assert.match(stdout, /\nreply lost +ok\n500 +parted: 1\n/);
    assert.match(
      stdout,
      /cart\.confirm, 500: orders-lost\n {2}The suite passes, and of the 1 orders .* 0 are confirmed\.\n {4}cart\.confirm, 500, x-request-id [\da-f-]{36}\n {2}fix: /,
    );
    const xml = readFileSync(join(folder, 'rehearsal.xml'), 'utf8');
    assert.match(xml, /<testsuites name="rokt-upsell rehearse" tests="3" failures="1" skipped="0">/);
    assert.match(
      xml,
      /<testcase classname="cart.confirm" name="500: the first try fails">\n\s+<failure message="The suite/,
    );
  });

  it('sells what a catalogue says, and tells its providers nothing', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const offers = [
      {
        sku: 'umbrella',
        provider: 'shop',
        cartItem: { name: 'Umbrella', currency: 'USD', unitPrice: 9 },
        minimum: 0,
        maximum: 1,
      },
    ];
    const catalogue = {
      accountId: '222',
      providers: { shop: { url: 'https://provider.invalid/hook', secret } },
      placements: [{ placementId: 'all', offers }],
    };
    writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
    const sells = `${BUY} process.exitCode = (await buy()) ? 0 : 1;`;
    const asked = ['--catalogue', 'catalogue.json', '--fault', 'reply lost', '--operation', 'cart.confirm'];
    const { stdout, stderr } = run(...asked, ...module(sells));
    assert.match(stdout, /; 1 bought, .*; every provider told;/, stderr);
    // An answer that is lost fails this suite, which has no client of ours.
    assert.match(stdout, /\nreply lost +suite failed\n/);
  });

  it('finds what is bought twice, whether or not the tests have noticed', () => {
    for (const code of ['0', '1']) {
      const asked = ['--fault', 'reply lost', '--operation', 'cart.confirm'];
      const { status, stdout } = run(
        ...asked,
        ...module(`${BUY} if (!(await buy())) { await buy(); await buy(); process.exitCode = ${code}; }`),
      );
      assert.equal(status, 1);
      assert.match(stdout, /\nreply lost +parted: \d\n/);
      assert.match(
        stdout,
        /sold-more\n {2}The suite buys 1 without this fault, and 3 with it\.\n {4}cart\.confirm, 200/,
      );
    }
  });
});
