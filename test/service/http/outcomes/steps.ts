import assert from 'node:assert/strict';
import type { ConfirmAnswer, ReserveAnswer } from '../../../../src/contract/wire.ts';
import type { Shop } from '../shop.ts';

export const CART = '1580265846172';
export const ORDER = 'order-1';
/** The cart of another shopper, or of the same one in another browser. */
export const OTHER_CART = 'cart-2';

export type Reserved = Extract<ReserveAnswer['items'][number], { success: true }>;
export type Confirmed = Extract<ConfirmAnswer['items'][number], { success: true }>;

/** The one item of a reserve, whatever became of it. */
export async function reserve(shop: Shop, cartItemId: string, quantity: number | string, cartId = CART) {
  const { status, body } = await shop.call('/v1/cart/reserve', { cartId, items: [{ cartItemId, quantity }] });
  assert.equal(status, 200);
  assert.equal(body.items.length, 1);
  return body.items[0]!;
}

/** A new hold on `quantity` of a product. */
export async function hold(shop: Shop, sku = 'parking-a', quantity = 2, cartId = CART): Promise<Reserved> {
  const item = await reserve(shop, await shop.offered(sku), quantity, cartId);
  assert.ok(item.success, JSON.stringify(item));
  return item;
}

/** A hold of two, and the one that a fresh impression puts in its place. */
export async function reload(shop: Shop, quantity = 2) {
  const old = await hold(shop);
  const successor = await hold(shop, 'parking-a', quantity);
  return { old, successor };
}

/** The one item of a confirm, whatever became of it. */
export async function confirm(
  shop: Shop,
  item: object,
  { cartId = CART, orderId = ORDER, headers = {} } = {},
) {
  const { status, body } = await shop.call('/v1/cart/confirm', { cartId, orderId, items: [item] }, headers);
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.items.length, 1);
  return body.items[0]!;
}

/** The items of a confirm, in the order of the request. */
export async function confirmAll(shop: Shop, items: readonly object[], orderId = ORDER) {
  const { body } = await shop.call('/v1/cart/confirm', { cartId: CART, orderId, items });
  return body.items;
}

/** What a confirm says of a hold, and no more. */
export function lineOf({ cartItemId, itemReservationId }: Reserved) {
  return { cartItemId, itemReservationId };
}

/** A hold, as it is named to who names one that it has taken over. */
export function successorOf({ cartItemId, itemReservationId, quantity, unitPrice }: Reserved) {
  return { itemReservationId, cartItemId, quantity, unitPrice };
}

/** A hold that was bought. */
export async function buy(shop: Shop, quantity = 2): Promise<Reserved & Confirmed> {
  const held = await hold(shop, 'parking-a', quantity);
  const { cartItemId, itemReservationId } = held;
  const item = await confirm(shop, { cartItemId, itemReservationId });
  assert.ok(item.success, JSON.stringify(item));
  return { ...held, ...item };
}

/** The one item of a release, whatever became of it. */
export async function release(shop: Shop, { cartItemId, itemReservationId }: Reserved) {
  const items = [{ cartItemId, itemReservationId }];
  const { status, body } = await shop.call('/v1/cart/release', { cartId: CART, items });
  assert.equal(status, 200);
  return body.items[0]!;
}

export async function cancel(shop: Shop, itemReservationId: string) {
  return shop.call('/v1/confirmation/cancel', { itemReservationId });
}

/** Asserts that an item was refused, with which code and value. */
export function assertRefused(
  item: { readonly success: boolean; readonly error?: { readonly code: string; readonly value: unknown } },
  code: string,
  value: unknown = {},
): void {
  assert.equal(item.success, false, JSON.stringify(item));
  assert.deepEqual({ code: item.error?.code, value: item.error?.value }, { code, value });
}

/** The terms of an item, as mismatches tell them. */
export function termsOf({ quantity, unitPrice, totalPrice, currency }: Reserved) {
  return { quantity, unitPrice, totalPrice, currency };
}

/** Longer than any hold of the shop. */
export const HOLD_OVER = 601_000;
