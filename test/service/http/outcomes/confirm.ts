import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { OutcomeTests } from '../outcome-rows.ts';
import { otherPartner, type Shop } from '../shop.ts';
import { shopCatalogue } from '../shop-catalogue.ts';
import {
  assertRefused,
  buy,
  cancel,
  CART,
  confirm,
  hold,
  HOLD_OVER,
  ORDER,
  release,
  termsOf,
} from './steps.ts';

export const confirmTests: OutcomeTests<'confirm by reservation'> = {
  async 'live hold, nothing said of price and quantity'(shop) {
    const { cartItemId, itemReservationId } = await hold(shop);
    await shop.sell(dearer);
    const item = await confirm(shop, { cartItemId, itemReservationId });
    assert.ok(item.success);
    assert.equal(item.itemReservationId, itemReservationId);
    assert.ok(item.itemConfirmationUrl.endsWith(item.itemConfirmationId));
    assert.equal((await soldAt(shop))[0]?.unit_price, 3510);
    assert.deepEqual(await shop.told(), ['item.confirmed']);
  },
  async 'live hold, price and quantity equal in minor units'(shop) {
    const { cartItemId, itemReservationId } = await hold(shop);
    // As floating-point sums come: 3 × 11.7 is 35.099999999999994.
    const prices = { unitPrice: 3 * 11.7, totalPrice: 70.2, currency: 'USD', quantity: '2' };
    assert.ok((await confirm(shop, { cartItemId, itemReservationId, ...prices })).success);
    assert.equal((await soldAt(shop))[0]?.unit_price, 3510);
  },
  async 'live hold, another price'(shop) {
    const held = await hold(shop);
    const { cartItemId, itemReservationId } = held;
    for (const price of [{ unitPrice: 35.09 }, { totalPrice: 70 }, { currency: 'EUR' }])
      assertRefused(
        await confirm(shop, { cartItemId, itemReservationId, ...price }),
        'price-mismatch',
        termsOf(held),
      );
    assert.ok((await confirm(shop, { cartItemId, itemReservationId, unitPrice: 35.1 })).success);
  },
  async 'live hold, another quantity'(shop) {
    const held = await hold(shop);
    const { cartItemId, itemReservationId } = held;
    const item = await confirm(shop, { cartItemId, itemReservationId, quantity: 1 });
    assertRefused(item, 'quantity-mismatch', termsOf(held));
    assert.ok((await confirm(shop, { cartItemId, itemReservationId })).success);
  },
  async 'hold expired'(shop) {
    const { cartItemId, itemReservationId, expirationDateTimeUtc } = await hold(shop);
    shop.pass(HOLD_OVER);
    const item = await confirm(shop, { cartItemId, itemReservationId });
    assertRefused(item, 'reservation-expired', { expirationDateTimeUtc });
    assert.deepEqual(await shop.told(), []);
  },
  async 'hold released'(shop) {
    const held = await hold(shop);
    await release(shop, held);
    const { cartItemId, itemReservationId } = held;
    assertRefused(await confirm(shop, { cartItemId, itemReservationId }), 'reservation-released');
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'confirmed with the same cart and order'(shop) {
    const { cartItemId, itemReservationId } = await hold(shop);
    const first = await confirm(shop, { cartItemId, itemReservationId });
    assert.deepEqual(await confirm(shop, { cartItemId, itemReservationId }), first);
    assert.deepEqual(await shop.told(), ['item.confirmed']);
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'confirmed with another order'(shop) {
    const { cartItemId, itemReservationId } = await buy(shop);
    const item = await confirm(shop, { cartItemId, itemReservationId }, { orderId: 'order-2' });
    assertRefused(item, 'already-confirmed', { orderId: ORDER });
  },
  async 'confirmed and cancelled'(shop) {
    const { cartItemId, itemReservationId } = await buy(shop);
    await cancel(shop, itemReservationId);
    assertRefused(await confirm(shop, { cartItemId, itemReservationId }), 'already-cancelled');
  },
  async 'unknown reservation'(shop) {
    const { cartItemId } = await hold(shop);
    for (const itemReservationId of [`rokt_item_reservation_id.${randomUUID()}`, 'nothing of ours'])
      assertRefused(await confirm(shop, { cartItemId, itemReservationId }), 'unknown-reservation');
  },
  async 'reservation of another account'(shop) {
    const { cartItemId, itemReservationId } = await hold(shop);
    await shop.sell({ ...shopCatalogue, accountId: '333' });
    const item = await confirm(shop, { cartItemId, itemReservationId }, { headers: otherPartner });
    assertRefused(item, 'unknown-reservation');
  },
  async 'reservation of another cart'(shop) {
    const { cartItemId, itemReservationId } = await hold(shop);
    const item = await confirm(shop, { cartItemId, itemReservationId }, { cartId: `${CART}0` });
    assertRefused(item, 'unknown-reservation');
  },
  async 'reservation of another item'(shop) {
    const { itemReservationId } = await hold(shop);
    const { cartItemId } = await hold(shop);
    assertRefused(await confirm(shop, { cartItemId, itemReservationId }), 'unknown-reservation');
  },
};

const dearer = structuredClone(shopCatalogue);
dearer.placements[0]!.offers[0]!.cartItem.unitPrice = 99;

function soldAt(shop: Shop) {
  const sql = `SELECT unit_price FROM hold WHERE state = 'confirmed'`;
  return shop.store.transaction((tx) => tx.all<{ unit_price: number }>(sql));
}
