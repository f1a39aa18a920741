import assert from 'node:assert/strict';
import type { OutcomeTests } from '../outcome-rows.ts';
import type { Shop } from '../shop.ts';
import { listedCatalogue, shopCatalogue } from '../shop-catalogue.ts';
import {
  assertRefused,
  buy,
  CART,
  confirm,
  hold,
  HOLD_OVER,
  lineOf,
  OTHER_CART,
  reserve,
  type Reserved,
} from './steps.ts';

export const takeOverTests: OutcomeTests<'reserve, in place of another hold'> = {
  async 'the cart’s hold on the same product, under an id that the request does not name'(shop) {
    const first = await hold(shop, 'parking-a', 3);
    await shop.sell(dearer);
    shop.pass(60_000);
    const second = await hold(shop, 'parking-a', 4);
    assert.notEqual(second.cartItemId, first.cartItemId);
    assert.equal(second.unitPrice, 99);
    assert.equal(Date.parse(second.expirationDateTimeUtc), shop.now() + 600_000);
    assert.equal(await shop.available('parking-a'), 1);
    assert.deepEqual(await states(shop), ['held 4', 'released 3']);
  },
  async 'that hold again, from the page before'(shop) {
    const first = await hold(shop, 'parking-a', 4);
    await hold(shop, 'parking-a', 2);
    const again = await reserve(shop, first.cartItemId, 4);
    assert.ok(again.success);
    assert.notEqual(again.itemReservationId, first.itemReservationId);
    assert.equal(await shop.available('parking-a'), 1);
  },
  async 'several such holds'(shop) {
    await reserveAll(shop, ['parking-a', 'parking-a'], 2);
    assert.equal(await shop.available('parking-a'), 1);
    await hold(shop, 'parking-a', 4);
    assert.equal(await shop.available('parking-a'), 1);
    assert.deepEqual(await states(shop), ['held 4', 'released 2', 'released 2']);
  },
  async 'such a hold, too little stock'(shop) {
    const first = await hold(shop);
    await hold(shop, 'parking-a', 2, OTHER_CART);
    assertRefused(await reserve(shop, await shop.offered('parking-a'), 4), 'out-of-stock');
    await assertStays(shop, first, CART);
    assert.equal(await shop.available('parking-a'), 1);
  },
  async 'such a hold, over the maximum of the cart'(shop) {
    await shop.sell(listed({ maximum: 3 }));
    const first = await hold(shop);
    const bounds = { minimum: 1, maximum: 4, left: 1 };
    const fresh = await shop.offered('parking-a');
    await shop.sell(listed({ maximum: 1 }));
    assertRefused(await reserve(shop, fresh, 2), 'quantity-out-of-bounds', { ...bounds, maximum: 3 });
    await assertStays(shop, first, CART);
  },
  async 'a hold that the request names'(shop) {
    const [first, second] = await reserveAll(shop, ['parking-a', 'parking-a'], 2);
    assert.ok(first!.success && second!.success);
    assert.equal(await shop.available('parking-a'), 1);
    const items = [first!, second!].map(({ cartItemId }) => ({ cartItemId, quantity: 1 }));
    const { body } = await shop.call('/v1/cart/reserve', { cartId: CART, items });
    assert.ok(body.items.every(({ success }) => success));
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'a hold for another linked product'(shop) {
    await shop.sell(listedCatalogue);
    const first = await holdCare(shop, 'slate-14', 1);
    const second = await holdCare(shop, 'slate-16', 1);
    assert.ok(first.success && second.success);
    assert.deepEqual(await states(shop), ['held 1', 'held 1']);
    assert.ok((await holdCare(shop, 'slate-14', 2)).success);
    assert.deepEqual(await states(shop), ['held 1', 'held 2', 'released 1']);
  },
  async 'a hold that is over'(shop) {
    await hold(shop, 'parking-a', 4);
    shop.pass(HOLD_OVER);
    await hold(shop, 'parking-a', 4);
    assert.equal(await shop.available('parking-a'), 1);
    assert.deepEqual(await states(shop), ['expired 4', 'held 4']);
  },
  async 'another cart’s hold under the same cart item'(shop) {
    const theirs = await hold(shop, 'parking-a', 4, OTHER_CART);
    const own = await reserve(shop, theirs.cartItemId, 4);
    assert.ok(own.success);
    assert.notEqual(own.itemReservationId, theirs.itemReservationId);
    assert.equal(await shop.available('parking-a'), 1);
    const late = await confirm(shop, lineOf(theirs), { cartId: OTHER_CART });
    assertRefused(late, 'reservation-released');
    assert.ok((await confirm(shop, lineOf(own))).success);
  },
  async 'another cart’s hold under the same cart item, too little stock'(shop) {
    const theirs = await hold(shop, 'parking-a', 2, OTHER_CART);
    await hold(shop, 'parking-a', 2, 'cart-3');
    assertRefused(await reserve(shop, theirs.cartItemId, 4), 'out-of-stock');
    await assertStays(shop, theirs, OTHER_CART);
  },
  async 'confirmed in another cart'(shop) {
    const { cartItemId } = await buy(shop);
    assertRefused(await reserve(shop, cartItemId, 2, OTHER_CART), 'already-confirmed', {});
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'over the maximum of the cart, all linked products together'(shop) {
    await shop.sell(listedCatalogue);
    assert.ok((await holdCare(shop, 'slate-14', 2)).success);
    const bounds = { minimum: 1, maximum: 2, left: 1 };
    assertRefused(await holdCare(shop, 'slate-16', 2), 'quantity-out-of-bounds', bounds);
    assert.ok((await holdCare(shop, 'slate-16', 1)).success);
    assert.ok((await holdCare(shop, 'slate-16', 2, OTHER_CART)).success, 'another cart has its own maximum');
  },
  async 'over the maximum of the cart, with what it has bought'(shop) {
    await shop.sell(listed({ stock: 9 }));
    const { itemReservationId } = await buy(shop, 3);
    const more = await shop.offered('parking-a');
    const bounds = { minimum: 1, maximum: 4, left: 1 };
    assertRefused(await reserve(shop, more, 2), 'quantity-out-of-bounds', bounds);
    await shop.call('/v1/confirmation/cancel', { itemReservationId });
    assert.ok((await reserve(shop, more, 4)).success, 'what was cancelled counts no more');
  },
};

const dearer = structuredClone(shopCatalogue);
dearer.placements[0]!.offers[0]!.cartItem.unitPrice = 99;

/** The catalogue with products listed, where parking is otherwise. */
function listed(parking: { stock?: number; maximum?: number }) {
  const [first, ...others] = listedCatalogue.products!;
  return { ...listedCatalogue, products: [{ ...first!, ...parking }, ...others] };
}

/** Reserves a fresh plan for one laptop of the page. */
async function holdCare(shop: Shop, laptop: string, quantity: number, cartId = CART) {
  return reserve(shop, await shop.offered('care', { attributes: { productIds: laptop } }), quantity, cartId);
}

/** Reserves fresh impressions in one request. */
async function reserveAll(shop: Shop, skus: readonly string[], quantity: number) {
  const items = [];
  for (const sku of skus) items.push({ cartItemId: await shop.offered(sku), quantity });
  const { body } = await shop.call('/v1/cart/reserve', { cartId: CART, items });
  return body.items;
}

async function assertStays(shop: Shop, first: Reserved, cartId: string): Promise<void> {
  assert.deepEqual(await reserve(shop, first.cartItemId, first.quantity, cartId), first);
}

/** What has become of every hold, with its quantity. */
async function states(shop: Shop): Promise<string[]> {
  const rows = await shop.store.transaction((tx) =>
    tx.all<{ state: string; quantity: number }>('SELECT state, quantity FROM hold'),
  );
  return rows.map(({ state, quantity }) => `${state} ${quantity}`).sort();
}
