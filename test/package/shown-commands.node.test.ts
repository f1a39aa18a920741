import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findPostgres, startPostgres } from '../../tools/setup/postgres.mjs';
import { createPartner } from '../service/support/partner.ts';
import { blockOf } from '../support/fenced-blocks.ts';
import { project } from './packed.ts';
import { openReader, type Reader } from './reader.ts';

const read = (page: string) => readFileSync(join(project, page), 'utf8');
const block = (page: string, number: number, language = 'sh') => blockOf(read(page), number, language);
const dev = { accountId: '222', apiKey: 'skeletonkey', tagId: '253_439d21r21r21321' };

/** What a page shows of an output, as a pattern: ids are cut by `…`, numbers of calls are others. */
function patternOf(shown: string): RegExp {
  const escaped = shown.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const open = escaped
    .replace(/[0-9a-f]{4}…/g, '[0-9a-f-]+')
    .replaceAll(', …', '.*')
    .replaceAll('…', '.*');
  return new RegExp(open.replace(/\d+ calls/g, '\\d+ calls').replace(/'s \d+ USD/, "'s [\\d.]+ USD"));
}

describe('the commands that the pages show, in an empty folder', () => {
  let reader: Reader;
  before(async () => {
    reader = await openReader();
    await reader.run('npm install --no-audit --no-fund rokt-upsell');
    reader.write('catalogue.json', block('docs/production.md', 2, 'json'));
  });
  after(() => reader.close());

  for (const [page, number] of [
    ['README.md', 0],
    ['docs/stand-in.md', 0],
    ['docs/back-end-flow.md', 1],
  ] as const)
    it(`of ${page} serve offers, a transaction API and the stand-in`, async () => {
      await reader.whileServing(block(page, number), async (url) => {
        const partner = createPartner(url, dev);
        const held = await partner.held('cart', 'parking-a');
        assert.equal((await partner.confirm('cart', 'order', [held])).body.items[0]?.success, true);
        const script = await fetch(`${url}/wsdk/integrations/launcher.js`);
        assert.match(script.headers.get('content-type') ?? '', /javascript/);
      });
    });

  for (const [page, base] of [
    ['docs/policies.md', 'https://shop.example/script/'],
    ['docs/payment-page.md', 'https://cdn.example/rokt-upsell/0.1.0/'],
  ] as const)
    it(`of ${page} print headers, tags with integrity, and the inventory`, async () => {
      const { code, out, err } = await reader.run(block(page, 0));
      assert.equal(code, 0, err);
      assert.match(out, /Content-Security-Policy: .*\n.*trusted-types.*\n[^]*Integrity-Policy: /);
      assert.match(out, /Script inventory \(PCI DSS/);
      for (const file of ['rokt-upsell-offers.js', 'cart.js'])
        assert.match(out, new RegExp(`${base}${file}":"sha384-`));
    });

  it('of docs/sdk-plus.md print the policy of SDK+, without inline scripts', async () => {
    const { code, out, err } = await reader.run(block('docs/sdk-plus.md', 3));
    assert.equal(code, 0, err);
    for (const directive of ['script-src', 'frame-src', 'connect-src']) assert.ok(out.includes(directive));
    assert.doesNotMatch(out, /'unsafe-inline'/);
  });

  it('of docs/offers-json.md find its file sound, and name a fault by its path', async () => {
    const sound = block('docs/offers-json.md', 1, 'json');
    reader.write('offers.json', sound);
    const { code, err } = await reader.run(block('docs/offers-json.md', 2));
    assert.equal(code, 0, err);
    reader.write('offers.json', sound.replace('"images"', '"image"'));
    const warned = await reader.run(block('docs/offers-json.md', 2));
    const [, words = ''] =
      /`(placements\[0\]\.offers\[0\]\.image: [^`]+)`/.exec(read('docs/offers-json.md')) ?? [];
    assert.ok((warned.out + warned.err).includes(words), warned.out + warned.err);
  });

  it('of docs/rehearse.md judge an integration, and are told what was paid', async () => {
    const page = 'docs/rehearse.md';
    const [serve = '', report = ''] = block(page, 4).split('\n');
    await reader.whileServing(serve.replace(/&.*/, ''), async (url) => {
      const partner = createPartner(url, dev);
      const { body, headers } = await partner.select();
      const session = { 'rokt-session-id': headers.get('rokt-session-id') };
      const [offer] = body.placements
        .flatMap(({ offers }) => offers)
        .filter(({ cartItem }) => cartItem.catalogItemId === 'parking-a');
      const cartItemId = offer?.cartItem.cartItemId ?? '';
      const reserved = await partner.reserve('1', [{ cartItemId, quantity: 1 }], session);
      const [held] = reserved.body.items;
      assert.ok(held?.success);
      const { itemReservationId } = held;
      const wrong = { cartItemId, itemReservationId, unitPrice: 1, totalPrice: 1, currency: 'USD' };
      await partner.confirm('1', '1', [wrong], session);
      const charge = block(page, 6).replace('http://127.0.0.1:4010', url).replace('CART_ITEM_ID', cartItemId);
      const told = await reader.run(charge.replace('curl ', 'curl --silent --show-error --fail '));
      assert.equal(told.code, 0, told.err);
      const { code, out } = await reader.run(`${report} --url ${url}`);
      assert.equal(code, 1, out);
      const shown = block(page, 5, 'text').split('\n');
      for (const line of shown.filter((text) => text !== '')) assert.match(out, patternOf(line));
      assert.match(readFileSync(join(reader.folder, 'report.xml'), 'utf8'), /<testsuites? /);
    });
  });
});

describe('the commands of docs/upsell-service.md, line by line', () => {
  const page = 'docs/upsell-service.md';
  const lines = block(page, 0).split('\n');
  const line = (words: string) => {
    const found = lines.filter((one) => one.startsWith(`npx rokt-upsell ${words}`));
    assert.equal(found.length, 1, words);
    return found[0] ?? '';
  };
  let reader: Reader;
  before(async () => {
    reader = await openReader();
    await reader.run('npm install --no-audit --no-fund rokt-upsell');
    reader.write('catalogue.json', block('docs/production.md', 2, 'json'));
  });
  after(() => reader.close());

  it('serve the demo, of which the report says that nothing was seen', async () => {
    await reader.whileServing(`${line('serve --dev').replace(/#.*/, '')} --dev-token TOKEN`, async (url) => {
      const { code, out, err } = await reader.run(`${line('report').replace(/#.*/, '')} --url ${url}`);
      assert.equal(code, 1, err);
      assert.match(out, /verdict: nothing-seen/);
    });
  });

  it('check, add an account, serve, list, back up and audit', async () => {
    const checked = await reader.run(line('check'));
    assert.equal(checked.code, 0, checked.err);
    const added = await reader.run(line('account add'));
    const [, apiKey = ''] = /rokt-api-key: (\S+)/.exec(added.out) ?? assert.fail(added.err);
    const serve = line('serve --catalogue catalogue.json   ');
    const log = await reader.whileServing(serve, async (url) => {
      const partner = createPartner(url, { accountId: '222', apiKey, tagId: 'my-tag' });
      assert.equal((await partner.reserve('cart', [{ cartItemId: 'x', quantity: 1 }])).status, 200);
      const listed = await reader.run(line('deliveries'));
      assert.equal(listed.code, 0, listed.err);
      const saved = await reader.run(line('backup'));
      assert.equal(saved.code, 0, saved.err);
      assert.ok(existsSync(join(reader.folder, 'shop-backup.db')));
    });
    const shown = JSON.parse(block(page, 1, 'json')) as Record<string, unknown>;
    const written = log
      .split('\n')
      .filter((text) => text.includes('/v1/cart/reserve'))
      .map((text) => JSON.parse(text) as Record<string, unknown>);
    assert.equal(written.length, 1, log);
    assert.deepEqual(Object.keys(written[0]!), Object.keys(shown));
    for (const name of ['level', 'method', 'route', 'status', 'accountId', 'msg'])
      assert.equal(written[0]![name], shown[name], name);
    const audited = await reader.run(line('audit'));
    assert.equal(audited.code, 0, audited.err);
    assert.match(audited.out, /; 0 faults, 0 notes\n$/);
  });

  it('serve on PostgreSQL', async (t) => {
    const programs = findPostgres();
    if (!programs) return t.skip('PostgreSQL is not installed');
    const cluster = await startPostgres(programs);
    t.after(() => cluster.stop());
    const serve = line('serve --catalogue catalogue.json --db').replace(/postgres:\S+/, cluster.url);
    await reader.whileServing(serve, async (url) => {
      assert.equal((await fetch(`${url}/readyz`)).status, 200);
    });
  });

  it('are all of them but the rehearsal, which has a page of its own', () => {
    const others = lines.filter(
      (one) => !/ (serve|check|account|report|audit|deliveries|backup) /.test(`${one} `),
    );
    assert.deepEqual(
      others.map((one) => one.split(' ')[2]),
      ['rehearse'],
    );
  });
});
