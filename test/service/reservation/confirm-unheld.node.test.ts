import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { HOUR, MINUTE, openShop, type Shop } from './shop.ts';

let shop: Shop;
let item: string;
beforeEach(async () => {
  shop = await openShop();
  item = await shop.offer('parking');
});

type Confirmed = Awaited<ReturnType<Shop['confirmOne']>>;

function refusal(answer: Confirmed): [string, unknown] {
  assert.ok(!answer.success, 'expected a refusal');
  return [answer.error.code, answer.error.value];
}

const held = { quantity: 2, unitPrice: 20.5, totalPrice: 41, currency: 'USD' };

describe('confirm by quantity', () => {
  it('uses the live hold of the item, never stock twice', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    assert.deepEqual(refusal(await shop.confirmOne({ cartItemId: item, quantity: 1 })), [
      'quantity-mismatch',
      held,
    ]);
    const answer = await shop.confirmOne({ cartItemId: item, quantity: 2 });
    assert.equal(answer.itemReservationId, itemReservationId);
    assert.equal(await shop.available('parking'), 1);
  });

  it('takes stock at the price of the selection, once', async () => {
    shop.sell('parking', { unitPrice: 9_999 });
    const wrong = await shop.confirmOne({ cartItemId: item, quantity: 2, unitPrice: 99.99 });
    assert.deepEqual(refusal(wrong), ['price-mismatch', held]);
    const answer = await shop.confirmOne({ cartItemId: item, quantity: 2, unitPrice: 20.5 });
    assert.equal(answer.success, true);
    shop.now += 48 * HOUR;
    assert.deepEqual(await shop.confirmOne({ cartItemId: item, quantity: 2 }), answer);
    assert.equal(await shop.available('parking'), 1);
  });

  it("takes stock at the price of the item's last hold", async () => {
    shop.sell('parking', { unitPrice: 2_150 });
    await shop.hold(item, 2);
    shop.now += 10 * MINUTE;
    const answer = await shop.confirmOne({ cartItemId: item, quantity: 3, totalPrice: 64.5 });
    assert.equal(answer.success, true);
    assert.equal(await shop.available('parking'), 0);
    assert.deepEqual(await shop.rows('SELECT state FROM hold ORDER BY reservation_id'), [
      { state: 'expired' },
      { state: 'confirmed' },
    ]);
  });

  it('refuses too much, an unknown item and a quantity outside of the bounds', async () => {
    assert.deepEqual(refusal(await shop.confirmOne({ cartItemId: item, quantity: 4 })), ['out-of-stock', {}]);
    assert.deepEqual(refusal(await shop.confirmOne({ cartItemId: 'no', quantity: 1 })), [
      'unknown-cart-item',
      {},
    ]);
    const many = refusal(await shop.confirmOne({ cartItemId: item, quantity: 11 }));
    assert.deepEqual(many, ['quantity-out-of-bounds', { minimum: 1, maximum: 10 }]);
    assert.equal(await shop.available('parking'), 3);
  });

  it('does not sell again to the order that it was cancelled in', async () => {
    const line = { cartItemId: item, quantity: 1 };
    const answer = await shop.confirmOne(line);
    await shop.cancel(answer.itemReservationId!);
    assert.deepEqual(refusal(await shop.confirmOne(line)), ['already-cancelled', {}]);
    assert.equal((await shop.confirmOne(line, 'next-order')).success, true);
  });
});

describe('confirm', () => {
  it('records an order without items, once', async () => {
    assert.deepEqual(await shop.confirm([]), []);
    await shop.confirm([]);
    assert.deepEqual(await shop.rows('SELECT cart_id, order_id, session_id FROM placed_order'), [
      { cart_id: 'cart', order_id: 'order', session_id: 'session' },
    ]);
  });

  it('tells nobody of an item without a provider', async () => {
    shop.sell('ticket', { provider: undefined as never });
    await shop.supply('ticket', null);
    const ticket = await shop.offer('ticket');
    assert.equal((await shop.confirmOne({ cartItemId: ticket, quantity: 1 })).success, true);
    assert.deepEqual(await shop.rows('SELECT * FROM outbox'), []);
  });
});
