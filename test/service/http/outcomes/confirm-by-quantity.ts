import assert from 'node:assert/strict';
import type { OutcomeTests } from '../outcome-rows.ts';
import type { Shop } from '../shop.ts';
import { listedCatalogue, shopCatalogue } from '../shop-catalogue.ts';
import {
  assertRefused,
  cancel,
  CART,
  confirm,
  hold,
  HOLD_OVER,
  lineOf,
  ORDER,
  OTHER_CART,
  reserve,
  termsOf,
} from './steps.ts';

export const confirmByQuantityTests: OutcomeTests<'confirm by quantity'> = {
  async 'a live hold exists'(shop) {
    const { cartItemId, itemReservationId } = await hold(shop);
    const item = await confirm(shop, { cartItemId, quantity: 2 });
    assert.ok(item.success, JSON.stringify(item));
    assert.equal(item.itemReservationId, itemReservationId);
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'no hold any more'(shop) {
    const cartItemId = await shop.offered('parking-a');
    await shop.sell(priced(40));
    assert.ok((await reserve(shop, cartItemId, 1)).success);
    await shop.sell(priced(50));
    shop.pass(HOLD_OVER);
    assert.ok((await confirm(shop, { cartItemId, quantity: 1, unitPrice: 40 })).success);
    assert.deepEqual(await sales(shop), [{ quantity: 1, unit_price: 4000 }]);
    assert.equal(await shop.available('parking-a'), 4);
  },
  async 'never held'(shop) {
    const cartItemId = await shop.offered('parking-a');
    await shop.sell(priced(50));
    assert.ok((await confirm(shop, { cartItemId, quantity: '2' })).success);
    assert.deepEqual(await sales(shop), [{ quantity: 2, unit_price: 3510 }]);
    assert.equal(await shop.available('parking-a'), 3);
    assert.deepEqual(await shop.told(), ['item.confirmed']);
  },
  async 'another price'(shop) {
    const cartItemId = await shop.offered('parking-a');
    const item = await confirm(shop, { cartItemId, quantity: 2, unitPrice: 1 });
    const terms = { quantity: 2, unitPrice: 35.1, totalPrice: 70.2, currency: 'USD' };
    assertRefused(item, 'price-mismatch', terms);
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'confirmed before, same terms'(shop) {
    const cartItemId = await shop.offered('parking-a');
    const first = await confirm(shop, { cartItemId, quantity: 2 });
    assert.deepEqual(await confirm(shop, { cartItemId, quantity: '2', totalPrice: 70.2 }), first);
    assert.equal(await shop.available('parking-a'), 3);
    assert.deepEqual(await shop.told(), ['item.confirmed']);
  },
  async 'confirmed before, other quantity'(shop) {
    const cartItemId = await shop.offered('parking-a');
    await confirm(shop, { cartItemId, quantity: 2 });
    const terms = { quantity: 2, unitPrice: 35.1, totalPrice: 70.2, currency: 'USD' };
    assertRefused(await confirm(shop, { cartItemId, quantity: 3 }), 'quantity-mismatch', terms);
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'confirmed before, other price'(shop) {
    const { cartItemId, itemReservationId } = await hold(shop);
    await confirm(shop, { cartItemId, itemReservationId });
    const terms = { quantity: 2, unitPrice: 35.1, totalPrice: 70.2, currency: 'USD' };
    for (const other of [{ unitPrice: 35 }, { totalPrice: 70 }, { currency: 'CAD' }])
      assertRefused(await confirm(shop, { cartItemId, quantity: 2, ...other }), 'price-mismatch', terms);
  },
  async 'confirmed before, other order'(shop) {
    const cartItemId = await shop.offered('parking-a');
    await confirm(shop, { cartItemId, quantity: 2 });
    const again = await confirm(shop, { cartItemId, quantity: 3 }, { orderId: 'order-2' });
    assertRefused(again, 'already-confirmed', { orderId: ORDER });
  },
  async 'confirmed before, in another cart'(shop) {
    const cartItemId = await shop.offered('parking-a');
    await confirm(shop, { cartItemId, quantity: 2 });
    const other = await confirm(shop, { cartItemId, quantity: 2 }, { cartId: OTHER_CART });
    assertRefused(other, 'already-confirmed', {});
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'cancelled under this order'(shop) {
    const line = { cartItemId: await shop.offered('parking-a'), quantity: 2 };
    await cancel(shop, (await confirm(shop, line)).itemReservationId!);
    assertRefused(await confirm(shop, line), 'already-cancelled');
    assert.ok((await confirm(shop, line, { orderId: 'order-2' })).success);
  },
  async 'another cart has a live hold'(shop) {
    const theirs = await hold(shop, 'parking-a', 4, OTHER_CART);
    const own = await confirm(shop, { cartItemId: theirs.cartItemId, quantity: 4 });
    assert.ok(own.success, JSON.stringify(own));
    assert.equal(await shop.available('parking-a'), 1);
    assertRefused(await confirm(shop, lineOf(theirs), { cartId: OTHER_CART }), 'reservation-released');
  },
  async 'another cart has a live hold of another quantity'(shop) {
    const theirs = await hold(shop, 'parking-a', 2, OTHER_CART);
    const own = await confirm(shop, { cartItemId: theirs.cartItemId, quantity: 1 });
    assertRefused(own, 'quantity-mismatch', termsOf(theirs));
    assert.ok((await confirm(shop, lineOf(theirs), { cartId: OTHER_CART })).success);
  },
  async 'quantity outside minimum and maximum'(shop) {
    await shop.sell(listedCatalogue);
    const bounds = { minimum: 1, maximum: 4, left: 4 };
    const many = await confirm(shop, { cartItemId: await shop.offered('parking-a'), quantity: 5 });
    assertRefused(many, 'quantity-out-of-bounds', bounds);
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'over the maximum of the cart'(shop) {
    await shop.sell(listedCatalogue);
    await hold(shop, 'parking-a', 2);
    const bounds = { minimum: 1, maximum: 4, left: 2 };
    const cartItemId = await shop.offered('parking-a');
    assertRefused(await confirm(shop, { cartItemId, quantity: 3 }), 'quantity-out-of-bounds', bounds);
    assert.ok((await confirm(shop, { cartItemId, quantity: 2 })).success);
    assert.equal(await shop.available('parking-a'), 1);
  },
  async 'too little stock'(shop) {
    await hold(shop, 'parking-a', 4);
    const cartItemId = await shop.offered('parking-a');
    assertRefused(await confirm(shop, { cartItemId, quantity: 2 }), 'out-of-stock');
    assert.equal(await shop.available('parking-a'), 1);
  },
  async 'no items'(shop) {
    const { status, body } = await shop.send(
      '/v1/cart/confirm',
      { cartId: CART, orderId: ORDER, items: [] },
      { 'rokt-api-key': 'skeletonkey', 'rokt-tag-id': '253_439d21r21r21321' },
    );
    assert.deepEqual({ status, body }, { status: 200, body: { cartId: CART, orderId: ORDER, items: [] } });
    const sql = 'SELECT cart_id, order_id FROM placed_order';
    const orders = await shop.store.transaction((tx) => tx.all<object>(sql));
    assert.deepEqual(
      orders.map((row) => ({ ...row })),
      [{ cart_id: CART, order_id: ORDER }],
    );
  },
};

function priced(unitPrice: number) {
  const catalogue = structuredClone(shopCatalogue);
  catalogue.placements[0]!.offers[0]!.cartItem.unitPrice = unitPrice;
  return catalogue;
}

async function sales(shop: Shop) {
  const sql = `SELECT quantity, unit_price FROM hold WHERE state = 'confirmed'`;
  const rows = await shop.store.transaction((tx) => tx.all<{ quantity: number; unit_price: number }>(sql));
  return rows.map((row) => ({ ...row }));
}
