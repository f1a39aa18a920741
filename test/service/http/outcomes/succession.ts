import assert from 'node:assert/strict';
import type { OutcomeTests } from '../outcome-rows.ts';
import { shopCatalogue } from '../shop-catalogue.ts';
import {
  assertRefused,
  cancel,
  confirm,
  confirmAll,
  hold,
  HOLD_OVER,
  lineOf,
  ORDER,
  OTHER_CART,
  reload,
  reserve,
  successorOf,
  termsOf,
} from './steps.ts';

export const successionTests: OutcomeTests<'confirm by reservation, taken over'> = {
  async 'the successor lives at the same quantity and price'(shop) {
    const { old, successor } = await reload(shop);
    const item = await confirm(shop, { ...lineOf(old), quantity: 2, unitPrice: 35.1 });
    assert.ok(item.success, JSON.stringify(item));
    assert.deepEqual(
      [item.cartItemId, item.itemReservationId],
      [old.cartItemId, successor.itemReservationId],
    );
    assert.deepEqual(await confirm(shop, lineOf(old)), item);
    assert.equal(await shop.available('parking-a'), 3);
    assert.deepEqual(await shop.told(), ['item.confirmed']);
  },
  async 'the successor’s successor lives so'(shop) {
    const { old } = await reload(shop, 3);
    const last = await hold(shop);
    const item = await confirm(shop, lineOf(old));
    assert.ok(item.success, JSON.stringify(item));
    assert.equal(item.itemReservationId, last.itemReservationId);
  },
  async 'the successor has another quantity'(shop) {
    const { old, successor } = await reload(shop, 3);
    assertRefused(await confirm(shop, lineOf(old)), 'reservation-released', successorOf(successor));
    assert.ok((await confirm(shop, lineOf(successor))).success);
  },
  async 'the successor has another price'(shop) {
    const old = await hold(shop);
    const catalogue = structuredClone(shopCatalogue);
    catalogue.placements[0]!.offers[0]!.cartItem.unitPrice = 40;
    await shop.sell(catalogue);
    const successor = await hold(shop);
    assertRefused(await confirm(shop, lineOf(old)), 'reservation-released', successorOf(successor));
    assert.equal(successor.unitPrice, 40);
  },
  async 'the successor is over'(shop) {
    const { old, successor } = await reload(shop);
    shop.pass(HOLD_OVER);
    assertRefused(await confirm(shop, lineOf(old)), 'reservation-released', successorOf(successor));
  },
  async 'the successor, claimed at another price'(shop) {
    const { old, successor } = await reload(shop);
    const item = await confirm(shop, { ...lineOf(old), unitPrice: 1 });
    assertRefused(item, 'price-mismatch', termsOf(successor));
    assert.ok((await confirm(shop, lineOf(old))).success);
  },
  async 'the order names the successor too'(shop) {
    const { old, successor } = await reload(shop);
    const [first, second] = await confirmAll(shop, [lineOf(old), lineOf(successor)]);
    assertRefused(first!, 'reservation-released', successorOf(successor));
    assert.ok(second!.success);
    assert.deepEqual(await shop.told(), ['item.confirmed']);
  },
  async 'the order names the successor by quantity'(shop) {
    const { old, successor } = await reload(shop);
    const byQuantity = { cartItemId: successor.cartItemId, quantity: 2 };
    const [first, second] = await confirmAll(shop, [lineOf(old), byQuantity]);
    assertRefused(first!, 'reservation-released', successorOf(successor));
    assert.ok(second!.success);
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'the order has confirmed the successor'(shop) {
    const { old, successor } = await reload(shop);
    assert.ok((await confirm(shop, lineOf(successor))).success);
    for (const orderId of [ORDER, 'order-2'])
      assertRefused(
        await confirm(shop, lineOf(old), { orderId }),
        'reservation-released',
        successorOf(successor),
      );
    assert.deepEqual(await shop.told(), ['item.confirmed']);
  },
  async 'two that one successor has taken over'(shop) {
    const { old, successor: middle } = await reload(shop);
    const last = await hold(shop);
    const [first, second] = await confirmAll(shop, [lineOf(middle), lineOf(old)]);
    assert.ok(first?.success);
    assert.equal(first.itemReservationId, last.itemReservationId);
    assertRefused(second!, 'reservation-released', successorOf(last));
  },
  async 'confirmed as the successor, with another order'(shop) {
    const { old } = await reload(shop);
    assert.ok((await confirm(shop, lineOf(old))).success);
    const again = await confirm(shop, lineOf(old), { orderId: 'order-2' });
    assertRefused(again, 'already-confirmed', { orderId: ORDER });
  },
  async 'confirmed as the successor and cancelled'(shop) {
    const { old, successor } = await reload(shop);
    await confirm(shop, lineOf(old));
    await cancel(shop, successor.itemReservationId);
    assertRefused(await confirm(shop, lineOf(old)), 'already-cancelled');
  },
  async 'changed under its own id'(shop) {
    const old = await hold(shop);
    await reserve(shop, old.cartItemId, 4);
    assert.ok((await reserve(shop, old.cartItemId, 2)).success);
    assertRefused(await confirm(shop, lineOf(old)), 'reservation-released');
  },
  async 'by another cart'(shop) {
    const old = await hold(shop);
    assert.ok((await reserve(shop, old.cartItemId, 2, OTHER_CART)).success);
    assertRefused(await confirm(shop, lineOf(old)), 'reservation-released');
    assert.equal(await shop.available('parking-a'), 3);
  },
};
