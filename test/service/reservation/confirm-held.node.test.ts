import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { HOUR, MINUTE, openShop, type Shop } from './shop.ts';

let shop: Shop;
let item: string;
beforeEach(async () => {
  shop = await openShop();
  item = await shop.offer('parking', { linkedProductId: 'ticket' });
});

type Confirmed = Awaited<ReturnType<Shop['confirmOne']>>;

function refusal(answer: Confirmed): [string, unknown] {
  assert.ok(!answer.success, 'expected a refusal');
  return [answer.error.code, answer.error.value];
}

const held = { quantity: 2, unitPrice: 20.5, totalPrice: 41, currency: 'USD' };

describe('confirm by itemReservationId', () => {
  for (const [currency, unitPrice, same, other] of [
    ['JPY', 500, [500, 500.4], [501, 5, 499.4]],
    ['KWD', 1_234, [1.234, 1.2344], [1.235, 1.24, 1.2334]],
  ] as const) {
    it(`compares prices in whole minor units of ${currency}`, async () => {
      shop.sell('parking', { currency, unitPrice });
      for (const price of other) {
        const { itemReservationId } = await shop.hold(item, 2);
        const line = { cartItemId: item, itemReservationId, unitPrice: price };
        assert.equal(refusal(await shop.confirmOne(line))[0], 'price-mismatch', `${price}`);
        await shop.release(item, itemReservationId);
      }
      for (const [index, price] of same.entries()) {
        const { itemReservationId, totalPrice } = await shop.hold(item, 2, `cart-${index}`);
        const line = { cartItemId: item, itemReservationId, unitPrice: price, totalPrice, quantity: '2' };
        assert.equal((await shop.confirmOne(line, 'order', `cart-${index}`)).success, true, `${price}`);
        await shop.cancel(itemReservationId);
      }
    });
  }

  it('confirms a live hold at its price, and tells the provider in the same transaction', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    shop.sell('parking', { unitPrice: 9_999 });
    const answer = await shop.confirmOne({ cartItemId: item, itemReservationId });
    assert.ok(answer.success);
    assert.equal(answer.itemReservationId, itemReservationId);
    assert.equal(
      answer.itemConfirmationUrl,
      `https://shop.example/confirmations/${answer.itemConfirmationId}`,
    );
    const [message] = await shop.rows('SELECT * FROM outbox');
    assert.deepEqual(
      [message?.['provider'], message?.['type'], message?.['state'], message?.['due_at']],
      ['arrive', 'item.confirmed', 'waiting', shop.now],
    );
    assert.deepEqual(JSON.parse(String(message?.['body'])), {
      type: 'item.confirmed',
      timestamp: '2031-01-01T00:00:00.000Z',
      data: {
        accountId: 'shop',
        cartId: 'cart',
        orderId: 'order',
        cartItemId: item,
        itemReservationId,
        itemConfirmationId: answer.itemConfirmationId,
        catalogItemId: 'parking',
        linkedProductId: 'ticket',
        ...held,
      },
    });
  });

  it('takes prices and a quantity that equal the hold in minor units', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    const claimed = { quantity: '2', unitPrice: 20.500000001, totalPrice: 41.0, currency: 'usd' };
    assert.equal((await shop.confirmOne({ cartItemId: item, itemReservationId, ...claimed })).success, true);
  });

  for (const [name, claimed, code] of [
    ['a price', { unitPrice: 20.51 }, 'price-mismatch'],
    ['a total', { totalPrice: 20.5 }, 'price-mismatch'],
    ['a currency', { currency: 'EUR' }, 'price-mismatch'],
    ['a quantity', { quantity: 1 }, 'quantity-mismatch'],
  ] as const) {
    it(`refuses ${name} that differs; the hold lives on`, async () => {
      const { itemReservationId } = await shop.hold(item, 2);
      const before = await shop.rows('SELECT * FROM hold');
      const answer = await shop.confirmOne({ cartItemId: item, itemReservationId, ...claimed });
      assert.deepEqual(refusal(answer), [code, held]);
      assert.deepEqual(await shop.rows('SELECT * FROM hold'), before);
      assert.deepEqual(await shop.rows('SELECT * FROM outbox'), []);
    });
  }

  it('refuses a hold that is over, and takes nothing', async () => {
    const { itemReservationId, expirationDateTimeUtc } = await shop.hold(item, 2);
    shop.now += 10 * MINUTE;
    const due = await shop.confirmOne({ cartItemId: item, itemReservationId });
    assert.deepEqual(refusal(due), ['reservation-expired', { expirationDateTimeUtc }]);
    await shop.hold(item, 1);
    const expired = await shop.confirmOne({ cartItemId: item, itemReservationId });
    assert.deepEqual(refusal(expired), ['reservation-expired', { expirationDateTimeUtc }]);
    assert.equal(await shop.available('parking'), 2);
  });

  it('refuses a released hold', async () => {
    const { itemReservationId } = await shop.hold(item);
    await shop.release(item, itemReservationId);
    assert.deepEqual(refusal(await shop.confirmOne({ cartItemId: item, itemReservationId })), [
      'reservation-released',
      {},
    ]);
  });

  it('gives the same answer again for the same cart and order, and refuses another order', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    const line = { cartItemId: item, itemReservationId };
    const first = await shop.confirmOne(line);
    shop.now += 48 * HOUR;
    assert.deepEqual(await shop.confirmOne(line), first);
    assert.deepEqual(refusal(await shop.confirmOne(line, 'other')), [
      'already-confirmed',
      { orderId: 'order' },
    ]);
    assert.equal((await shop.rows('SELECT * FROM outbox')).length, 1);
    await shop.cancel(itemReservationId);
    assert.deepEqual(refusal(await shop.confirmOne(line)), ['already-cancelled', {}]);
  });

  it("refuses an unknown reservation, another account's, cart's or item's, alike", async () => {
    await shop.addAccount('other');
    const { itemReservationId } = await shop.hold(item);
    const line = { cartItemId: item, itemReservationId };
    const answers = [
      await shop.confirmOne({ cartItemId: item, itemReservationId: 'rokt_item_reservation_id.x' }),
      await shop.confirmOne(line, 'order', 'cart', 'other'),
      await shop.confirmOne(line, 'order', 'other-cart'),
      await shop.confirmOne({ ...line, cartItemId: await shop.offer('parking') }),
    ];
    for (const answer of answers) assert.deepEqual(refusal(answer), ['unknown-reservation', {}]);
    assert.deepEqual(await shop.rows('SELECT state FROM hold'), [{ state: 'held' }]);
  });

  it('refuses a test item whose confirm is to be refused', async () => {
    shop.testItem = (step) => (step === 'confirm' ? { isRefused: true } : undefined);
    const { itemReservationId } = await shop.hold(item);
    assert.equal(
      refusal(await shop.confirmOne({ cartItemId: item, itemReservationId }))[0],
      'reservation-expired',
    );
  });
});
