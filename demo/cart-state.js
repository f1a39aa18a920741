// @ts-check
import { toKey, toUpsellLine } from './upsell-line.js';
import { moneyOf } from './money.js';
import { wordsOf } from './words.js';

/**
 * @typedef {import('./upsell-line.js').UpsellLine} UpsellLine
 * @typedef {import('./upsell-line.js').Change} Change
 * @typedef {import('./goods.js').Product} Product
 *
 * @typedef {UpsellLine & {wanted?: number | undefined, notice: string}} CartUpsell `wanted`: what the shopper wishes while the answer
 *   to it is due; `notice`: what the line says of the last wish
 *
 * @typedef {object} CartState What is in a cart: plain data for any store, never changed in place. Prices are in minor units.
 * @property {import('./goods.js').Goods} goods what it has started with
 * @property {readonly Product[]} products
 * @property {import('./goods.js').Delivery} delivery
 * @property {readonly CartUpsell[]} upsells
 */

/** A cart with these goods and no upsells. @param {import('./goods.js').Goods} goods @returns {CartState} */
export function openCart(goods) {
  const { products, deliveries = [], delivery = deliveries[0] ?? { name: '', price: 0 } } = goods;
  return { goods, products, delivery, upsells: [] };
}

/**
 * The cart with these upsells in the place of its own, as the shop's back end has kept them: prices are decimals.
 * @param {CartState} cart
 * @param {readonly (Omit<Change, 'cartItem'> & {name: string, unitPrice: number})[]} extras
 * @returns {CartState}
 */
export function withExtras(cart, extras) {
  const money = moneyOf(cart.goods);
  const upsells = extras.map((extra) => ({
    ...toUpsellLine({ ...extra, cartItem: extra }, money),
    notice: '',
  }));
  return { ...cart, upsells };
}

/** @param {CartState} cart @param {import('./goods.js').Delivery} delivery @returns {CartState} */
export function withDelivery(cart, delivery) {
  return { ...cart, delivery };
}

/**
 * The cart when the shopper wants so many of a line. A product has them at once, within its bounds; 0 takes it out. An upsell shows the
 * quantity that is true until the placement has answered; where none is on the page, it has them at once, too.
 * @param {CartState} cart
 * @param {string} key the line's
 * @param {number} quantity
 * @param {boolean} [isAnswered] false where no placement is on the page
 * @returns {CartState}
 */
export function withWanted(cart, key, quantity, isAnswered = true) {
  if (!Number.isInteger(quantity) || quantity < 0) return cart;
  const products = cart.products.map((one) => (one.productId === key ? withQuantity(one, quantity) : one));
  const wishes = cart.upsells.map((one) => (one.key === key ? withWish(one, quantity, isAnswered) : one));
  return { ...cart, products, upsells: wishes.filter((one) => one.quantity > 0) };
}

/** The placement's word on an upsell: the line is as it says, and the shopper's wish is answered. @param {CartState} cart @param {Change} change @returns {CartState} */
export function withUpsell(cart, change) {
  const told = toUpsellLine(change, moneyOf(cart.goods));
  const before = cart.upsells.find(({ key }) => key === told.key);
  const kept = before?.quantity === told.quantity ? before.notice : '';
  const line = { ...told, notice: toNotice(change, wordsOf(cart.goods.lang)) ?? kept };
  if (!before) return { ...cart, upsells: [...cart.upsells, line] };
  return { ...cart, upsells: cart.upsells.map((one) => (one === before ? line : one)) };
}

/** The placements hold none of it any more. @param {CartState} cart @param {Change} change @returns {CartState} */
export function withoutUpsell(cart, change) {
  return { ...cart, upsells: cart.upsells.filter(({ key }) => key !== toKey(change)) };
}

/** The shopper's wish came to nothing: the line says so. @param {CartState} cart @param {string | undefined} cartItemId @returns {CartState} */
export function withoutWish(cart, cartItemId) {
  const { notChanged: notice } = wordsOf(cart.goods.lang);
  const upsells = cart.upsells.map((one) =>
    one.cartItemId === cartItemId ? { ...one, wanted: undefined, notice } : one,
  );
  return { ...cart, upsells };
}

/** @param {Product} product @param {number} wanted @returns {Product} */
function withQuantity(product, wanted) {
  const { minimum = 1, maximum = 99 } = product;
  if (wanted === 0) return { ...product, quantity: 0, removedQuantity: product.quantity };
  return { ...product, quantity: Math.min(Math.max(wanted, minimum), maximum) };
}

/** @param {CartUpsell} line @param {number} wanted @param {boolean} isAnswered @returns {CartUpsell} */
function withWish(line, wanted, isAnswered) {
  const still = { ...line, wanted: undefined, notice: '' };
  if (wanted === line.quantity) return still;
  if (isAnswered) return { ...still, wanted };
  return { ...still, quantity: wanted, totalPrice: line.unitPrice * wanted };
}

/** What a line says of the wish that `change` answers; undefined where it answers none. @param {Change} change @param {import('./words/en.js').Words} words */
function toNotice({ outcome, quantity }, words) {
  if (outcome === 'applied') return '';
  if (outcome === 'adjusted') return words.allows(quantity);
  if (outcome === 'refused') return words.still(quantity);
  return undefined;
}
