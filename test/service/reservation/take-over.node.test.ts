import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { MINUTE, openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
  await shop.supply('parking', 50);
});

/** Reserves a fresh impression in the cart; the hold. */
async function reload(quantity = 2, cartId = 'cart') {
  return shop.hold(await shop.offer('parking'), quantity, cartId);
}

async function states(): Promise<unknown[]> {
  const rows = await shop.rows('SELECT state, quantity FROM hold ORDER BY reservation_id');
  return rows.map(({ state, quantity }) => `${state} ${quantity}`);
}

function refusal(answer: {
  readonly success: boolean;
  readonly error?: { readonly code: string; readonly value: unknown };
}): unknown[] {
  assert.ok(!answer.success, 'expected a refusal');
  return [answer.error?.code, answer.error?.value];
}

describe('a hold that is taken over', () => {
  it('is one hold, however often the page is loaded, and each page can still confirm it', async () => {
    const first = await reload(4);
    for (let n = 0; n < 9; n++) await reload(4);
    assert.equal(await shop.available('parking'), 46);
    const last = await reload(4);
    const sold = await shop.confirmOne(first);
    assert.ok(sold.success);
    assert.deepEqual([sold.cartItemId, sold.itemReservationId], [first.cartItemId, last.itemReservationId]);
    assert.equal(await shop.available('parking'), 46);
    assert.equal((await shop.rows('SELECT * FROM outbox')).length, 1);
  });

  it('is one hold, in however many carts one impression is reserved', async () => {
    const item = await shop.offer('parking');
    for (let n = 0; n < 12; n++) await shop.hold(item, 4, `cart-${n}`);
    assert.equal(await shop.available('parking'), 46);
    assert.equal((await states()).filter((state) => state === 'held 4').length, 1);
  });

  it('gives back what the new one has not, with another cart’s hold as well', async () => {
    const theirs = await reload(3, 'other-cart');
    await reload(4);
    assert.equal(await shop.available('parking'), 43);
    await shop.hold(theirs.cartItemId, 2);
    assert.equal(await shop.available('parking'), 48);
    assert.deepEqual(await states(), ['released 3', 'released 4', 'held 2']);
  });

  it('counts for the new one where nothing else is left, and not a unit more', async () => {
    await shop.supply('parking', 4);
    await reload(3);
    const fresh = await shop.offer('parking');
    assert.deepEqual(refusal(await shop.reserveOne(fresh, 5)), ['out-of-stock', {}]);
    assert.deepEqual(await states(), ['held 3']);
    assert.equal((await shop.hold(fresh, 4)).quantity, 4);
    assert.equal(await shop.available('parking'), 0);
  });

  it('that is over expires, and one of another cart does too', async () => {
    const theirs = await reload(3, 'other-cart');
    await reload(4);
    shop.now += 10 * MINUTE;
    await shop.hold(theirs.cartItemId, 2);
    assert.deepEqual(await states(), ['expired 3', 'held 4', 'held 2']);
    const late = await shop.confirmOne(theirs, 'order', 'other-cart');
    assert.equal(refusal(late)[0], 'reservation-expired');
  });

  it('goes to no other account, cart or product', async () => {
    await shop.addAccount('other');
    await shop.supply('parking', 9, 'other');
    shop.sell('lounge');
    await shop.supply('lounge', 9);
    await reload(2);
    const theirs = await shop.offer('parking', { accountId: 'other' });
    assert.ok((await shop.reserveOne(theirs, 1, 'cart', 'other')).success);
    await shop.hold(await shop.offer('lounge'), 1);
    await reload(3, 'other-cart');
    assert.deepEqual(await states(), ['held 2', 'held 1', 'held 1', 'held 3']);
  });

  it('stays where the product is not for sale any more, or the impression is not known', async () => {
    await reload(2);
    const fresh = await shop.offer('parking');
    assert.deepEqual(refusal(await shop.reserveOne('nothing', 2)), ['unknown-cart-item', {}]);
    shop.sell('parking', null);
    assert.deepEqual(refusal(await shop.reserveOne(fresh, 2)), ['out-of-stock', {}]);
    assert.deepEqual(await states(), ['held 2']);
  });

  it('is not looked for by a line that has a hold of its own', async () => {
    const [one, two] = [await shop.offer('parking'), await shop.offer('parking')];
    const both = [one, two].map((cartItemId) => ({ cartItemId, quantity: 1 }));
    await shop.reserve(both);
    await shop.hold(one, 1);
    await shop.hold(one, 3);
    assert.deepEqual(await states(), ['released 1', 'held 1', 'held 3']);
  });
});

describe('the maximum of a cart', () => {
  const bounds = { minimum: 1, maximum: 10 };

  it('counts what is live and what is bought, and neither what is over nor what was cancelled', async () => {
    shop.sell('parking', { perCart: 5 });
    const bought = await reload(2);
    await shop.confirmOne(bought);
    await reload(3);
    const linked = await shop.offer('parking', { linkedProductId: 'laptop' });
    assert.deepEqual(refusal(await shop.reserveOne(linked, 1)), [
      'quantity-out-of-bounds',
      { ...bounds, left: 0 },
    ]);
    shop.now += 10 * MINUTE;
    assert.deepEqual(refusal(await shop.reserveOne(linked, 4))[1], { ...bounds, left: 3 });
    await shop.cancel(bought.itemReservationId);
    assert.equal((await shop.hold(linked, 5)).quantity, 5);
  });

  it('that was lowered lets a cart have less, and no more', async () => {
    const held = await reload(6);
    shop.sell('parking', { perCart: 4 });
    assert.deepEqual(refusal(await shop.reserveOne(held.cartItemId, 5))[1], { ...bounds, left: 4 });
    assert.deepEqual(await shop.reserveOne(held.cartItemId, 6), held, 'what is held stays so');
    assert.equal((await shop.hold(held.cartItemId, 4)).quantity, 4);
    const kept = await shop.rows(`SELECT maximum FROM hold WHERE state = 'held'`);
    assert.deepEqual(kept, [{ maximum: 4 }]);
  });

  it('is the cart’s that takes a hold over from another', async () => {
    shop.sell('parking', { perCart: 4 });
    const theirs = await reload(3, 'other-cart');
    await shop.hold(await shop.offer('parking', { linkedProductId: 'laptop' }), 2);
    assert.deepEqual(refusal(await shop.reserveOne(theirs.cartItemId, 3))[1], { ...bounds, left: 2 });
    const byQuantity = await shop.confirmOne({ cartItemId: theirs.cartItemId, quantity: 3 });
    assert.deepEqual(refusal(byQuantity), ['quantity-out-of-bounds', { ...bounds, left: 2 }]);
    assert.ok((await shop.confirmOne(theirs, 'order', 'other-cart')).success);
  });

  it('is no limit where the product has none', async () => {
    for (let n = 0; n < 4; n++) await shop.confirmOne(await reload(10), `order-${n}`);
    assert.equal(await shop.available('parking'), 10);
  });
});
