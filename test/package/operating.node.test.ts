import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { catalogueOf } from '../service/support/catalogue.ts';
import { createPartner } from '../service/support/partner.ts';
import { type Alone, openAlone } from './alone.ts';

describe('the published service, to its operator', () => {
  let alone: Alone;
  before(() => {
    alone = openAlone();
  });
  after(() => alone.close());

  it('says which port is taken, and what a catalogue’s faults are', async () => {
    const service = await alone.serve(['--dev']);
    const taken = alone.command('serve', '--dev', '--port', new URL(service.url).port);
    assert.equal(taken.code, 1);
    assert.match(taken.err, /^rokt-upsell: [^\n]*EADDRINUSE[^\n]*\n$/);
    await service.stop();
    const file = alone.write('faulty.json', {
      accountId: '222',
      placements: [{ placementId: '', offers: {} }],
    });
    for (const args of [
      ['check', file],
      ['serve', '--catalogue', file, '--db', 'faulty.db', '--port', '0'],
    ]) {
      const { code, err } = alone.command(...args);
      assert.equal(code, 1);
      assert.match(err, /placements\[0\]\.placementId: expected a non-empty string, got ""/);
      assert.match(err, /placements\[0\]\.offers: expected an array/);
    }
    assert.deepEqual(alone.command('check', alone.write('sound.json', catalogueOf({ ticket: {} }))), {
      code: 0,
      out: 'sound.json: no fault\n',
      err: '',
    });
  });

  it('says in one line what of its surroundings is not as it was told', () => {
    const first = alone.write('first.json', catalogueOf({ ticket: {} }));
    const second = alone.write('second.json', catalogueOf({ ticket: {} }));
    for (const [args, message] of [
      [['--catalogue', 'missing.json'], /^rokt-upsell: missing\.json: ENOENT[^\n]*\n$/],
      [
        ['--catalogue', 'node_modules/rokt-upsell/README.md'],
        /^rokt-upsell: node_modules[^\n]* JSON[^\n]*\n$/,
      ],
      [
        ['--catalogue', first, '--host', '300.1.1.1', '--public-url', 'http://a.example'],
        /^rokt-upsell: getaddrinfo [^\n]*300\.1\.1\.1\n$/,
      ],
      [['--dev', '--db', '/dev/full'], /^rokt-upsell: \/dev\/full: database or disk is full\n$/],
      [
        ['--catalogue', first, '--catalogue', second],
        /^rokt-upsell: second\.json: accountId: expected another than that of first\.json, got "222"\n$/,
      ],
    ] as const) {
      const { code, err } = alone.command('serve', '--port', '0', '--db', 'surroundings.db', ...args);
      assert.equal(code, 1);
      assert.match(err, message);
    }
  });

  it('does not serve the world with the key of --dev', async () => {
    const db = ['--db', 'tried.db'];
    await (await alone.serve(['--dev', ...db])).stop();
    const args = ['--catalogue', alone.write('tried.json', catalogueOf({ ticket: {} })), ...db];
    const refused = alone.command('serve', '--port', '0', ...args);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /^rokt-upsell: tried\.db: account 222 has the key of --dev, [^\n]*\n$/);
    assert.equal(alone.command('account', 'key', '222', '--only', ...db).code, 0);
    assert.deepEqual(await (await alone.serve(args)).stop(), { code: 0, stderr: '' });
  });

  it('takes keys, tags and origins of an account away', async () => {
    const db = ['--db', 'taken.db'];
    const account = (...args: string[]) => alone.command('account', ...args, ...db);
    const keyIn = ({ out }: { out: string }) => /rokt-api-key: (\S+)/.exec(out)?.[1] ?? assert.fail(out);
    const origin = 'https://shop.example';
    const old = keyIn(account('add', '222', '--tag', 'old', '--tag', 'new', '--origin', origin));
    const fresh = keyIn(account('key', '222', '--only'));
    assert.equal(account('tag', '222', 'old', '--remove').out, 'account 222: no tag old\n');
    assert.equal(account('origin', '222', origin, '--remove').code, 0);
    assert.match(account('tag', '222', 'old', '--remove').err, /account 222 has no tag old\n$/);
    assert.match(account('origin', '222', origin, '--remove').err, /account 222 has no origin/);
    const { url, stop } = await alone.serve([
      '--catalogue',
      alone.write('taken.json', catalogueOf({})),
      ...db,
    ]);
    const any = async (apiKey: string, tagId: string) =>
      (await createPartner(url, { accountId: '222', apiKey, tagId }).any({ cartId: 'c' })).status;
    assert.deepEqual(
      [await any(old, 'new'), await any(fresh, 'old'), await any(fresh, 'new')],
      [401, 403, 200],
    );
    const selection = await createPartner(url, { accountId: '222', apiKey: fresh, tagId: 'new' }).select();
    assert.equal(selection.status, 403);
    await stop();
  });

  for (const [args, message] of [
    [['serve'], /serve needs --catalogue FILE, or --dev/],
    [['serve', '--dev', '--port', 'x'], /--port needs a number from 0 to 65535, got "x"/],
    [['serve', '--nonsense'], /Unknown option '--nonsense'/],
    [['serve', '--dev', '--webhook-allow', 'http://a/b'], /--webhook-allow needs an origin/],
    [['serve', '--catalogue', 'a', '--dev-token', 'b'], /--dev-token belongs to --dev/],
    [['check'], /check needs the path of a catalogue or of an offers\.json/],
    [['account', 'tag', '1', 't', '--only'], /--only belongs to account key/],
    [['account', 'add', '1', '--remove'], /--remove belongs to account key, account tag and account origin/],
    [['account', 'key', '1', '--remove', '--only'], /--only makes a key, and --remove makes none/],
    [['account', 'key', '1', '--force'], /--force belongs to account remove/],
    [['account', 'list', '1'], /account list takes 0 words/],
    [['backup'], /backup needs the path of a file to be made/],
    [['backup', 'a', 'b'], /backup makes one file, not 2/],
    [['serve', '--dev', '--trust-proxy', 'nonsense'], /--trust-proxy needs an address or a network/],
    [['serve', '--dev', '--trust-proxy', '10.0.0.0/33'], /--trust-proxy needs an address or a network/],
    [['serve', '--dev', '--trust-proxy', '10.0.0.0/8'], /--trust-proxy needs --public-url/],
    [['serve', '--dev', '--host', '0.0.0.0'], /--host 0\.0\.0\.0 needs --public-url/],
    [
      ['serve', '--dev', '--public-url', 'https://a.example/b'],
      /--public-url needs http or https and a host alone/,
    ],
    [['account', 'add', 'a\u001bb'], /an account id is 1 to 256 visible characters/],
    [['account', 'rename', '1'], /account takes list, add, key, tag, origin, remove, not "rename"/],
    [['account', 'origin', '1', 'shop.example'], /an origin is a scheme and a host/],
  ] as const) {
    it(`answers \`${args.join(' ')}\` with one line and exit code 2`, () => {
      const { code, out, err } = alone.command(...args);
      assert.deepEqual([code, out, err.trim().split('\n').length], [2, '', 1]);
      assert.match(err, message);
    });
  }
});
