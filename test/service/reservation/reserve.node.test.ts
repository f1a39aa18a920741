import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Refusal } from '../../../src/service/refusal.ts';
import { HOUR, MINUTE, openShop, type Shop } from './shop.ts';

let shop: Shop;
let item: string;
beforeEach(async () => {
  shop = await openShop();
  item = await shop.offer('parking');
});

describe('reserve', () => {
  it('holds stock at the price of that moment', async () => {
    shop.sell('parking', { unitPrice: 2_150 });
    const held = await shop.hold(item, 2);
    const { itemReservationId, ...rest } = held;
    assert.match(itemReservationId, /^rokt_item_reservation_id\.[0-9a-f-]{36}$/);
    assert.deepEqual(rest, {
      cartItemId: item,
      quantity: 2,
      unitPrice: 21.5,
      totalPrice: 43,
      currency: 'USD',
      expirationDateTimeUtc: '2031-01-01T00:10:00.000Z',
      success: true,
    });
    assert.equal(await shop.available('parking'), 1);
  });

  it('takes a quantity that is text', async () => {
    const [held] = await shop.reserve([{ cartItemId: item, quantity: '2' }]);
    assert.equal(held?.quantity, 2);
    assert.equal(await shop.available('parking'), 1);
  });

  it('gives a live hold again, not renewed, for the same quantity', async () => {
    const held = await shop.hold(item, 2);
    shop.now += 5 * MINUTE;
    shop.sell('parking', { unitPrice: 9_999 });
    assert.deepEqual(await shop.reserveOne(item, 2), held);
    assert.equal(await shop.available('parking'), 1);
  });

  it('puts a new hold in the place of a live one for another quantity', async () => {
    const held = await shop.hold(item, 2);
    const other = await shop.hold(item, 3);
    assert.notEqual(other.itemReservationId, held.itemReservationId);
    assert.equal(await shop.available('parking'), 0);
    const fewer = await shop.hold(item, 1);
    assert.equal(fewer.quantity, 1);
    assert.equal(await shop.available('parking'), 2);
    assert.deepEqual(await shop.rows(`SELECT state, quantity FROM hold ORDER BY reservation_id`), [
      { state: 'released', quantity: 2 },
      { state: 'released', quantity: 3 },
      { state: 'held', quantity: 1 },
    ]);
  });

  it('leaves the live hold as it is when there is too little for the other quantity', async () => {
    const held = await shop.hold(item, 2);
    const before = await shop.rows('SELECT * FROM hold');
    const refused = await shop.reserveOne(item, 4);
    assert.deepEqual(refused, {
      cartItemId: item,
      quantity: 4,
      success: false,
      error: { code: 'out-of-stock', message: 'there is too little in stock', value: {} },
    });
    assert.deepEqual(await shop.rows('SELECT * FROM hold'), before);
    assert.deepEqual(await shop.reserveOne(item, 2), held);
  });

  for (const end of ['expired', 'released', 'cancelled'] as const) {
    it(`makes a new hold where the old one is ${end}`, async () => {
      const held = await shop.hold(item, 3);
      if (end === 'expired') shop.now += 10 * MINUTE;
      if (end === 'released') await shop.release(item, held.itemReservationId);
      if (end === 'cancelled') {
        await shop.confirmOne(held);
        await shop.cancel(held.itemReservationId);
      }
      const again = await shop.hold(item, 3);
      assert.notEqual(again.itemReservationId, held.itemReservationId);
      assert.equal(await shop.available('parking'), 0);
      const states = await shop.rows('SELECT state FROM hold ORDER BY reservation_id');
      assert.deepEqual(states, [{ state: end }, { state: 'held' }]);
    });
  }

  it('refuses what is confirmed', async () => {
    await shop.confirmOne(await shop.hold(item));
    const refused = await shop.reserveOne(item);
    assert.ok(!refused.success);
    assert.equal(refused.error.code, 'already-confirmed');
    assert.deepEqual(refused.error.value, { orderId: 'order' });
  });

  it("refuses an unknown item, and another account's, alike", async () => {
    await shop.addAccount('other');
    await shop.supply('parking', 9, 'other');
    const foreign = await shop.reserveOne(item, 1, 'cart', 'other');
    const unknown = await shop.reserveOne('impression-0', 1, 'cart', 'other');
    assert.deepEqual({ ...foreign, cartItemId: '' }, { ...unknown, cartItemId: '' });
    assert.equal(!foreign.success && foreign.error.code, 'unknown-cart-item');
  });

  it('refuses a quantity outside of the bounds', async () => {
    shop.sell('parking', { minimum: 2, maximum: 3 });
    item = await shop.offer('parking');
    for (const quantity of [1, 4]) {
      const refused = await shop.reserveOne(item, quantity);
      assert.ok(!refused.success);
      assert.equal(refused.error.code, 'quantity-out-of-bounds');
      assert.deepEqual(refused.error.value, { minimum: 2, maximum: 3 });
    }
    assert.equal((await shop.reserveOne(item, 3)).success, true);
  });

  it('sells without a limit what has none', async () => {
    await shop.supply('parking', null);
    await shop.hold(item, 10);
    assert.equal(await shop.available('parking'), null);
  });

  it('refuses what is not for sale any more', async () => {
    shop.sell('parking', null);
    const refused = await shop.reserveOne(item);
    assert.equal(!refused.success && refused.error.code, 'out-of-stock');
  });

  it('answers in the order of the request, and a refused line changes nothing', async () => {
    const other = await shop.offer('parking');
    const third = await shop.offer('parking');
    const answers = await shop.reserve([
      { cartItemId: other, quantity: 2 },
      { cartItemId: item, quantity: 2 },
      { cartItemId: third, quantity: 1 },
    ]);
    assert.deepEqual(
      answers.map(({ cartItemId, success }) => [cartItemId, success]),
      [
        [other, true],
        [item, false],
        [third, true],
      ],
    );
    assert.equal(await shop.available('parking'), 0);
    assert.equal((await shop.rows('SELECT * FROM hold')).length, 2);
  });

  it('refuses the whole request when an item is in it twice', async () => {
    const twice = [
      { cartItemId: item, quantity: 1 },
      { cartItemId: item, quantity: 2 },
    ];
    await assert.rejects(shop.reserve(twice), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.deepEqual(
        [error.code, error.status, error.value],
        ['duplicate-cart-item', 400, { cartItemId: item }],
      );
      return true;
    });
    assert.equal(await shop.available('parking'), 3);
  });

  it('sells for 24 h after the selection, and as long as a live hold names the item', async () => {
    shop.now += 24 * HOUR - 1;
    await shop.hold(item, 1);
    shop.now += 1;
    assert.equal((await shop.reserveOne(item, 2)).success, true, 'the hold names it');
    shop.now += 10 * MINUTE;
    const refused = await shop.reserveOne(item, 1);
    assert.equal(!refused.success && refused.error.code, 'unknown-cart-item');
  });

  it('does what a test item is for', async () => {
    shop.testItem = () => ({ isRefused: true });
    assert.equal((await shop.reserveOne(item)).success, false);
    shop.testItem = () => ({ priceOf: () => 2_500 });
    assert.equal((await shop.hold(item)).unitPrice, 25);
  });
});
