// @ts-check
import { feesOf } from './cart-sums.js';
import { moneyOf } from './money.js';
import { wordsOf } from './words.js';

/**
 * @typedef {import('./cart-state.js').CartState} CartState
 *
 * @typedef {object} Line What a row of the cart shows.
 * @property {string} key by which the shopper's wish for it is told
 * @property {string} id the product's or the catalogue item's
 * @property {string} name
 * @property {string} detail
 * @property {string} unitPrice as the shopper reads it
 * @property {string} totalPrice as the shopper reads it
 * @property {number} quantity 0 where the shopper took it out
 * @property {number} next the quantity that + and − start from: the wished one while an answer is due
 * @property {number} restored the quantity that Put back brings
 * @property {number} minimum
 * @property {number} maximum
 * @property {boolean} isFixed its quantity is not the shopper's to choose
 * @property {boolean} isBusy
 * @property {string} notice
 */

/** Every row of the cart: the shop's products first, then the upsells. @param {CartState} cart @returns {Line[]} */
export function toLines(cart) {
  return [
    ...cart.products.map((one) => toProductLine(one, cart)),
    ...cart.upsells.map((one) => toUpsellRow(one, cart)),
  ];
}

/** The rows between the lines and the total. @param {CartState} cart */
export function toCosts(cart) {
  if (cart.products.every(({ quantity }) => quantity === 0)) return [];
  const { format } = moneyOf(cart.goods);
  const { free } = wordsOf(cart.goods.lang);
  const fees = feesOf(cart).map(({ feeId, name, unitPrice, quantity, amount }) => ({
    id: feeId,
    name: unitPrice ? `${name}, ${quantity} × ${format(unitPrice)}` : name,
    amount,
  }));
  const { name, price } = cart.delivery;
  return [...fees, { id: 'delivery', name, amount: price }].map(({ amount, ...cost }) => ({
    ...cost,
    price: amount > 0 ? format(amount) : free,
  }));
}

/** @param {import('./cart-state.js').Product} product @param {CartState} cart @returns {Line} */
function toProductLine(product, { goods }) {
  const { productId, name, detail = '', firstSeat, quantity, removedQuantity } = product;
  const words = wordsOf(goods.lang);
  return {
    key: productId,
    id: productId,
    name,
    detail: firstSeat ? `${detail}, ${words.seats(firstSeat, firstSeat + quantity - 1)}` : detail,
    ...toPrices(product.unitPrice, product.unitPrice * quantity, goods),
    quantity,
    next: quantity,
    restored: removedQuantity ?? 1,
    minimum: product.minimum ?? 1,
    maximum: product.maximum ?? 99,
    isFixed: false,
    isBusy: false,
    notice: '',
  };
}

/** @param {import('./cart-state.js').CartUpsell} upsell @param {CartState} cart @returns {Line} */
function toUpsellRow(upsell, { goods, products }) {
  const { key, catalogItemId, linkedProductId, name, quantity, wanted, notice } = upsell;
  const { quantityMustBeSynchronized: isSynchronized } = upsell;
  const product = products.find((one) => one.productId === linkedProductId);
  return {
    key,
    id: catalogItemId,
    name,
    detail: isSynchronized && product ? wordsOf(goods.lang).oneForEach(product.name) : '',
    ...toPrices(upsell.unitPrice, upsell.totalPrice, goods),
    quantity,
    next: wanted ?? quantity,
    restored: quantity,
    minimum: 0,
    maximum: 99,
    isFixed: isSynchronized,
    isBusy: wanted !== undefined,
    notice,
  };
}

/** @param {number} unitPrice @param {number} totalPrice @param {import('./goods.js').Goods} goods */
function toPrices(unitPrice, totalPrice, goods) {
  const { format } = moneyOf(goods);
  return { unitPrice: wordsOf(goods.lang).each(format(unitPrice)), totalPrice: format(totalPrice) };
}
