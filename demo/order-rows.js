// @ts-check
import { toCosts, toLines } from './cart-lines.js';
import { openCart } from './cart-state.js';
import { moneyOf } from './money.js';

/**
 * @typedef {object} OrderRow One row of an order that changes no more by its cart.
 * @property {string} id
 * @property {string} name with how many there are
 * @property {string} detail
 * @property {string} price as the shopper reads it
 * @property {any} [bought] of an extra that was bought: its confirmation and whether its provider knows
 * @property {boolean} isRefunded paid, and its price given back since it could not be bought
 */

/** The shop's own lines, the extras that are held or were paid, and what comes on top. @param {any} order @returns {OrderRow[]} */
export function toOrderRows(order) {
  const cart = openCart(order.cart);
  const own = toLines(cart).filter(({ quantity }) => quantity > 0);
  const rows = [
    ...own.map(({ id, name, detail, quantity, totalPrice }) => ({
      id,
      name: `${quantity} × ${name}`,
      detail,
      price: totalPrice,
    })),
    ...order.held.map((/** @type {any} */ extra) => toExtraRow(extra, order)),
    ...toCosts(cart).map((cost) => ({ ...cost, detail: '' })),
  ];
  return rows.map((row) => ({ isRefunded: false, ...row }));
}

/** @param {any} extra @param {any} order */
function toExtraRow({ cartItemId, catalogItemId, name, quantity, totalPrice }, order) {
  const { format, toMinor } = moneyOf(order.cart);
  const bought = order.bought.find((/** @type {any} */ one) => one.cartItemId === cartItemId);
  return {
    id: catalogItemId,
    name: `${quantity} × ${name}`,
    detail: '',
    price: format(toMinor(totalPrice)),
    bought: bought && { ...bought, isDelivered: order.delivered.includes(bought.itemReservationId) },
    isRefunded: order.state === 'done' && !bought,
  };
}
