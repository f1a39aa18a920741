import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { OutcomeTests } from '../outcome-rows.ts';
import type { Shop } from '../shop.ts';
import { shopCatalogue } from '../shop-catalogue.ts';
import {
  assertRefused,
  buy,
  cancel,
  hold,
  HOLD_OVER,
  ORDER,
  OTHER_CART,
  release,
  reserve,
  type Reserved,
} from './steps.ts';

export const reserveTests: OutcomeTests<'reserve'> = {
  async 'live hold, same quantity'(shop) {
    const first = await hold(shop);
    shop.pass(60_000);
    assert.deepEqual(await reserve(shop, first.cartItemId, 2), first);
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'live hold, other quantity'(shop) {
    const first = await hold(shop);
    const second = await reserve(shop, first.cartItemId, 4);
    assert.ok(second.success);
    assert.notEqual(second.itemReservationId, first.itemReservationId);
    assert.deepEqual([second.quantity, second.totalPrice], [4, 140.4]);
    assert.equal(await shop.available('parking-a'), 1);
    assertRefused(await confirmOld(shop, first), 'reservation-released');
  },
  async 'live hold, other quantity, too little stock'(shop) {
    const first = await hold(shop);
    await hold(shop, 'parking-a', 2, OTHER_CART);
    assertRefused(await reserve(shop, first.cartItemId, 4), 'out-of-stock');
    assert.deepEqual(await reserve(shop, first.cartItemId, 2), first);
    assert.equal(await shop.available('parking-a'), 1);
  },
  async 'hold expired'(shop) {
    const first = await hold(shop);
    shop.pass(HOLD_OVER);
    await assertNewHold(shop, first);
  },
  async 'hold released'(shop) {
    const first = await hold(shop);
    await release(shop, first);
    await assertNewHold(shop, first);
  },
  async 'hold cancelled'(shop) {
    const first = await buy(shop);
    await cancel(shop, first.itemReservationId);
    await assertNewHold(shop, first);
  },
  async confirmed(shop) {
    const { cartItemId } = await buy(shop);
    assertRefused(await reserve(shop, cartItemId, 2), 'already-confirmed', { orderId: ORDER });
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'unknown cart item'(shop) {
    assertRefused(await reserve(shop, randomUUID(), 1), 'unknown-cart-item');
  },
  async 'cart item of another account'(shop) {
    await shop.sell({ ...shopCatalogue, accountId: '333' });
    const theirs = await shop.offered('parking-a', { accountId: '333' });
    assertRefused(await reserve(shop, theirs, 1), 'unknown-cart-item');
  },
  async 'quantity outside minimum and maximum'(shop) {
    const cartItemId = await shop.offered('parking-a');
    const bounds = { minimum: 1, maximum: 4 };
    assertRefused(await reserve(shop, cartItemId, 5), 'quantity-out-of-bounds', bounds);
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'too little stock'(shop) {
    await hold(shop, 'parking-a', 4, OTHER_CART);
    assertRefused(await reserve(shop, await shop.offered('parking-a'), 2), 'out-of-stock');
    assert.equal(await shop.available('parking-a'), 1);
  },
  async 'ten thousand live holds on the product'(shop) {
    const catalogue = structuredClone(shopCatalogue);
    catalogue.placements[0]!.offers[0]!.stock = 20_000;
    await shop.sell(catalogue);
    const [held, item] = [await hold(shop), await shop.offered('parking-a')];
    await holdOften(shop, held.itemReservationId, 9_999);
    assertRefused(await reserve(shop, item, 1, 'cart-a'), 'too-many-holds', { maximum: 10_000 });
    assert.ok(
      (await reserve(shop, held.cartItemId, 1)).success,
      'a hold in the place of another is no more than before',
    );
    shop.pass(HOLD_OVER);
    assert.ok((await reserve(shop, item, 1, 'cart-a')).success);
  },
};

/** As if `count` other carts had done what this hold's has. */
async function holdOften(shop: Shop, itemReservationId: string, count: number): Promise<void> {
  const columns = `account_id, sku, quantity, unit_price, currency, state, created_at, expires_at`;
  await shop.store.transaction(async (tx) => {
    await tx.run(`UPDATE stock SET available = available - $1 WHERE sku = 'parking-a'`, count);
    await tx.run(
      `INSERT INTO hold (reservation_id, cart_id, cart_item_id, ${columns})
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $2)
      SELECT 'hold-' || i, 'cart-' || i, 'item-' || i, ${columns} FROM n, hold WHERE reservation_id = $1`,
      itemReservationId.split('.')[1]!,
      count,
    );
  });
}

async function assertNewHold(shop: Shop, first: Reserved): Promise<void> {
  const second = await reserve(shop, first.cartItemId, 2);
  assert.ok(second.success, JSON.stringify(second));
  assert.notEqual(second.itemReservationId, first.itemReservationId);
  assert.equal(Date.parse(second.expirationDateTimeUtc), shop.now() + 600_000);
  assert.equal(await shop.available('parking-a'), 3);
}

async function confirmOld(shop: Shop, { cartItemId, itemReservationId }: Reserved) {
  const items = [{ cartItemId, itemReservationId }];
  const { body } = await shop.call('/v1/cart/confirm', { cartId: '1580265846172', orderId: ORDER, items });
  return body.items[0]!;
}
