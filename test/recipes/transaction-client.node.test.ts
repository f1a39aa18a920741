import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReservedItem } from '../../src/client/index.ts';
import { openShop, SOLD } from './copied-shop.ts';

describe('the checkout of docs/transaction-client.md', () => {
  for (const currency of ['USD', 'JPY', 'KWD'] as const) {
    it(`charges what is held in minor units of ${currency}, and buys it`, async () => {
      const { checkOut, cart, payments, formWith, states } = await openShop(currency);
      const { state, bought, refused } = await checkOut(await formWith('parking'), cart, payments);
      assert.deepEqual([state, bought.length, refused], ['done', 1, []]);
      assert.deepEqual(payments.charged, [[10_000 + SOLD[currency].two, currency]]);
      assert.deepEqual([await states(), payments.refunded], [['confirmed'], []]);
    });

    it(`gives back in ${currency} what is refused at confirm, and no more`, async () => {
      const { checkOut, cart, payments, formWith } = await openShop(currency);
      const form = await formWith('parking', 'test-confirm-refused');
      const { state, bought, refunded } = await checkOut(form, cart, payments);
      assert.deepEqual([state, bought.length, refunded.length], ['done', 1, 1]);
      assert.deepEqual(payments.charged, [[10_000 + 2 * SOLD[currency].two, currency]]);
      assert.deepEqual(payments.refunded, [['payment-1', SOLD[currency].two]]);
    });

    it(`asks in ${currency} before it charges more than was shown`, async () => {
      const { checkOut, cart, payments, formWith, states } = await openShop(currency);
      const asked = await checkOut(await formWith('parking', 'test-dearer'), cart, payments);
      assert.deepEqual([asked.state, asked.dearer.length, payments.charged], ['ask', 1, []]);
      const [{ totalPrice }] = asked.dearer as [ReservedItem];
      const form = new FormData();
      form.set('upsells', asked.upsells);
      assert.equal((await checkOut(form, cart, payments)).state, 'done');
      const dearer = Math.round(totalPrice * { USD: 100, JPY: 1, KWD: 1000 }[currency]);
      assert.deepEqual(payments.charged, [[10_000 + SOLD[currency].two + dearer, currency]]);
      assert.deepEqual(await states(), ['confirmed', 'confirmed']);
    });
  }

  it('takes the ordinary order, whose form has no field of the upsells', async () => {
    const { checkOut, cart, payments, account } = await openShop();
    const { state, bought, refused } = await checkOut(new FormData(), cart, payments);
    assert.deepEqual([state, bought, refused, payments.charged], ['done', [], [], [[10_000, 'USD']]]);
    assert.deepEqual(
      account.requests().map(({ operation, status }) => [operation, status]),
      [['cart.confirm', 200]],
    );
    assert.equal((await account.state()).orders.length, 1);
  });

  it('goes on without what cannot be held', async () => {
    const { checkOut, cart, payments, formWith } = await openShop();
    const outcome = await checkOut(await formWith('parking', 'test-sold-out'), cart, payments);
    assert.deepEqual([outcome.state, outcome.bought.length], ['done', 1]);
    assert.deepEqual(
      outcome.refused.map(({ error }) => error.code),
      ['out-of-stock'],
    );
    assert.deepEqual(payments.charged, [[17_020, 'USD']]);
  });

  it('releases what is held when the payment fails', async () => {
    const { checkOut, cart, payments, formWith, states } = await openShop();
    payments.decline();
    await assert.rejects(checkOut(await formWith('parking'), cart, payments), /declined/);
    assert.deepEqual(await states(), ['released']);
  });

  it('costs no order where the service cannot be reached, and finishes it later, once', async () => {
    const shop = await openShop();
    const form = await shop.formWith('parking', 'test-confirm-refused');
    const { account, cart, payments } = shop;
    account.faults.add({ operation: 'cart.confirm', drop: 'reply', count: 3 });
    const { state, reservation, payment } = await shop.checkOut(form, cart, payments);
    assert.deepEqual([state, payments.charged.length], ['unfinished', 1]);
    const first = await shop.finish(cart, reservation, payment, payments);
    assert.deepEqual([first.bought.length, first.refunded.length], [1, 1]);
    assert.deepEqual(await shop.finish(cart, reservation, payment, payments), first);
    assert.deepEqual(payments.refunded, [['payment-1', 7_020]]);
    assert.equal((await account.state()).orders.length, 1);

    const away = await openShop('USD', 'http://127.0.0.1:9');
    const outcome = await away.checkOut(await away.formWith('parking'), cart, away.payments);
    assert.deepEqual([outcome.state, away.payments.charged], ['unfinished', [[10_000, 'USD']]]);
  });
});
