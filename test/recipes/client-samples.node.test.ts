import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startService } from '../../src/service/index.ts';
import { openShop, SOLD } from './copied-shop.ts';
import { writeSamples } from './page-samples.ts';

describe('the other samples of docs/transaction-client.md', () => {
  it('hold what is selected for as long as the clock of the service says', async () => {
    const { holdFor, cart, formWith, account } = await openShop();
    const field = (await formWith('parking')).get('upsells') as string;
    const selected = JSON.parse(field) as { items: object[] };
    await account.clock.freeze();
    const first = await holdFor(cart, selected);
    assert.ok(first.left <= 600_000 + 1_000 && first.left > 300_000 + 1_000, String(first.left));
    await account.clock.advance(300_000);
    const again = await holdFor(cart, selected);
    assert.deepEqual(again.held, first.held);
    assert.ok(again.left <= 300_000 + 1_000 && again.left > 0, String(again.left));
    assert.deepEqual(await holdFor(cart, { ...selected, items: [] }), { held: [], left: 0 });
  });

  it('give a session where there is something to read, by the whole of Accept-Language', async () => {
    const { sessionToShow, cart } = await openShop();
    for (const [language, isShown] of [
      ['de,en-US;q=0.7', true],
      ['en-GB', true],
      ['de', false],
      [undefined, true],
    ] as const) {
      const request = { headers: { 'accept-language': language } };
      const session = await sessionToShow(request, { ...cart, country: 'US' });
      assert.equal(typeof session === 'string' && session !== '', isShown, language);
    }
    const away = await openShop('USD', 'http://127.0.0.1:9');
    assert.equal(await away.sessionToShow({ headers: {} }, { ...cart, country: 'US' }), null);
  });

  for (const currency of ['USD', 'JPY', 'KWD'] as const) {
    it(`cancel an item and give its ${currency} back, once`, async () => {
      const { checkOut, cancel, cart, payments, formWith, states, account } = await openShop(currency);
      await checkOut(await formWith('parking'), cart, payments);
      const [hold] = (await account.state()).holds;
      const { unitPrice, two } = SOLD[currency];
      const itemReservationId = `rokt_item_reservation_id.${String(hold?.['reservation_id'])}`;
      const item = { itemReservationId, totalPrice: unitPrice * 2, currency };
      await cancel(item, 'payment-1', payments);
      await cancel(item, 'payment-1', payments);
      assert.deepEqual([await states(), payments.refunded], [['cancelled'], [['payment-1', two]]]);
    });
  }

  it('try a checkout without a page: what it prints is what the page says', async (t) => {
    const service = await startService();
    t.after(() => service.stop());
    const { folder, text } = writeSamples('transaction-client.md');
    const { apiKey: ROKT_API_KEY, tagId: ROKT_TAG_ID, url: ROKT_BASE_URL } = service;
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'try.js')], {
      env: { ...process.env, ROKT_API_KEY, ROKT_TAG_ID, ROKT_BASE_URL },
    });
    const [, charged = '', bought = '', url = ''] =
      /^(charged \d+ USD)\n(done: bought 1) (http\S+)\n$/.exec(stdout) ?? [];
    for (const said of [charged, bought]) assert.ok(said !== '' && text.includes(`\`${said}\``), stdout);
    assert.match(await (await fetch(url)).text(), /"catalogItemId":"parking-a","quantity":2/);
    await service.clock.advance(0);
    const told = (await service.received()).map(({ body }) => body.data.catalogItemId);
    assert.deepEqual(told, ['parking-a']);
  });
});
