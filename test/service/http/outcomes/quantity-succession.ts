import assert from 'node:assert/strict';
import type { OutcomeTests } from '../outcome-rows.ts';
import { listedCatalogue, shopCatalogue } from '../shop-catalogue.ts';
import {
  assertRefused,
  cancel,
  confirm,
  confirmAll,
  hold,
  lineOf,
  OTHER_CART,
  reload,
  release,
  successorOf,
  termsOf,
} from './steps.ts';

export const quantitySuccessionTests: OutcomeTests<'confirm by quantity, taken over'> = {
  async 'the successor lives'(shop) {
    const { old, successor } = await reload(shop);
    const line = { cartItemId: old.cartItemId, quantity: '2', unitPrice: 35.1 };
    const item = await confirm(shop, line);
    assert.ok(item.success, JSON.stringify(item));
    assert.deepEqual(
      [item.cartItemId, item.itemReservationId],
      [old.cartItemId, successor.itemReservationId],
    );
    assert.deepEqual(await confirm(shop, line), item);
    assert.deepEqual(await confirm(shop, lineOf(old)), item);
    assert.equal(await shop.available('parking-a'), 3);
    assert.deepEqual(await shop.told(), ['item.confirmed']);
  },
  async 'the successor lives, all stock and the maximum are its'(shop) {
    await shop.sell(listedCatalogue);
    const { cartItemId } = await hold(shop, 'parking-a', 3);
    const { itemReservationId } = await hold(shop, 'parking-a', 4);
    const item = await confirm(shop, { cartItemId, quantity: 4 });
    assert.equal(item.itemReservationId, itemReservationId, JSON.stringify(item));
    assert.equal(await shop.available('parking-a'), 1);
  },
  async 'the successor has another quantity'(shop) {
    await shop.sell(listedCatalogue);
    const { old, successor } = await reload(shop, 3);
    const { cartItemId } = old;
    const item = await confirm(shop, { cartItemId, quantity: 2 });
    assert.ok(item.success, JSON.stringify(item));
    assert.equal(await shop.available('parking-a'), 3);
    const { itemReservationId } = item;
    const sold = { itemReservationId, cartItemId, quantity: 2, unitPrice: 35.1 };
    assertRefused(await confirm(shop, lineOf(successor)), 'reservation-released', sold);
  },
  async 'the successor has another quantity, too little stock'(shop) {
    const { old, successor } = await reload(shop, 3);
    await hold(shop, 'parking-a', 2, OTHER_CART);
    assertRefused(await confirm(shop, { cartItemId: old.cartItemId, quantity: 4 }), 'out-of-stock');
    assert.ok((await confirm(shop, lineOf(successor))).success);
  },
  async 'the successor has another price'(shop) {
    const old = await hold(shop);
    const catalogue = structuredClone(shopCatalogue);
    catalogue.placements[0]!.offers[0]!.cartItem.unitPrice = 40;
    await shop.sell(catalogue);
    await hold(shop);
    const item = await confirm(shop, { cartItemId: old.cartItemId, quantity: 2, unitPrice: 35.1 });
    assert.ok(item.success, JSON.stringify(item));
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'the successor, claimed at another price'(shop) {
    const { old, successor } = await reload(shop);
    const item = await confirm(shop, { cartItemId: old.cartItemId, quantity: 2, unitPrice: 1 });
    assertRefused(item, 'price-mismatch', termsOf(successor));
    assert.ok((await confirm(shop, lineOf(successor))).success);
  },
  async 'confirmed as the successor, other terms'(shop) {
    const { old, successor } = await reload(shop);
    const { cartItemId } = old;
    assert.ok((await confirm(shop, { cartItemId, quantity: 2 })).success);
    const more = await confirm(shop, { cartItemId, quantity: 3 });
    assertRefused(more, 'quantity-mismatch', termsOf(successor));
    const cheaper = await confirm(shop, { cartItemId, quantity: 2, unitPrice: 1 });
    assertRefused(cheaper, 'price-mismatch', termsOf(successor));
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'confirmed as the successor and cancelled'(shop) {
    const { old, successor } = await reload(shop);
    const line = { cartItemId: old.cartItemId, quantity: 2 };
    await confirm(shop, line);
    await cancel(shop, successor.itemReservationId);
    assertRefused(await confirm(shop, line), 'already-cancelled');
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'the order names the successor too'(shop) {
    const { old, successor } = await reload(shop);
    const byQuantity = { cartItemId: old.cartItemId, quantity: 2 };
    const [first, second] = await confirmAll(shop, [byQuantity, lineOf(successor)]);
    assertRefused(first!, 'reservation-released', successorOf(successor));
    assert.ok(second!.success);
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'the order has confirmed the successor'(shop) {
    const { old, successor } = await reload(shop);
    assert.ok((await confirm(shop, lineOf(successor))).success);
    const item = await confirm(shop, { cartItemId: old.cartItemId, quantity: 2 });
    assertRefused(item, 'reservation-released', successorOf(successor));
    assert.deepEqual(await shop.told(), ['item.confirmed']);
  },
  async 'the successor is over'(shop) {
    const { old, successor } = await reload(shop);
    await release(shop, successor);
    assert.ok((await confirm(shop, { cartItemId: old.cartItemId, quantity: 2 })).success);
    assert.equal(await shop.available('parking-a'), 3);
  },
};
