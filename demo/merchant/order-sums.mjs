// @ts-check
import { toMinorUnits } from 'rokt-upsell/client';
import { openCart } from '../cart-state.js';
import * as sums from '../cart-sums.js';

/**
 * @typedef {import('./orders.mjs').Order} Order
 * @typedef {import('./orders.mjs').Held} Held
 */

/** The shop's own part of an order as the pages' cart has it, by the shop's prices. @param {Order} order @param {any} story */
export function toCart(order, story) {
  const products = story.products.map((/** @type {any} */ product) => ({
    ...product,
    quantity: toQuantity(order.quantities[product.productId], product.maximum),
  }));
  return { ...story, products, delivery: story.deliveries[order.delivery] ?? story.deliveries[0] };
}

/** A quantity that the shop sells, whatever a page has said. @param {unknown} wished @param {number} maximum */
function toQuantity(wished, maximum) {
  return Number.isInteger(wished) ? Math.min(Math.max(Number(wished), 0), maximum) : 0;
}

/** What all of these cost, in minor units. @param {readonly {totalPrice: number, currency: string}[]} items @returns {number} */
export function amountOf(items) {
  return items.reduce((sum, { totalPrice, currency }) => sum + toMinorUnits(totalPrice, currency), 0);
}

/** What the order costs with what is held for it, in minor units. @param {Order} order @param {any} story */
export function totalOf(order, story) {
  return sums.totalOf(openCart(toCart(order, story))) + amountOf(order.held);
}

/** Whether none of the shop's own products is in it. @param {Order} order @param {any} story */
export function isEmpty(order, story) {
  return sums.isEmpty(openCart(toCart(order, story)));
}

/** What is held at a higher price than the shopper has seen. @param {Order} order @returns {(Held & {seenPrice: number})[]} */
export function dearerOf(order) {
  return order.held.flatMap((item) => {
    const seen = order.selected.find(({ cartItemId }) => cartItemId === item.cartItemId);
    if (!seen || toMinorUnits(item.unitPrice, item.currency) <= toMinorUnits(seen.unitPrice, seen.currency))
      return [];
    return [{ ...item, seenPrice: seen.unitPrice }];
  });
}
