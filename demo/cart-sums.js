// @ts-check
import { withAmount } from './goods.js';
import { moneyOf } from './money.js';

/** @typedef {import('./cart-state.js').CartState} CartState */

/** Each fee with its amount for what is in the cart. @param {CartState} cart */
export function feesOf({ goods: { fees = [] }, products }) {
  return fees.map((fee) =>
    withAmount(
      fee,
      products.find(({ productId }) => productId === fee.productId),
    ),
  );
}

/** Minor units: products, fees, delivery and upsells together. @param {CartState} cart */
export function totalOf(cart) {
  const amounts = [
    ...cart.products.map((line) => line.unitPrice * line.quantity),
    ...feesOf(cart).map((fee) => fee.amount),
    ...cart.upsells.map((line) => line.totalPrice),
    isEmpty(cart) ? 0 : cart.delivery.price,
  ];
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** The total as the shopper reads it. @param {CartState} cart */
export function totalText(cart) {
  return moneyOf(cart.goods).format(totalOf(cart));
}

/** How many things are in the cart. @param {CartState} cart */
export function countOf({ products, upsells }) {
  return [...products, ...upsells].reduce((sum, line) => sum + line.quantity, 0);
}

/** Whether none of the shop's own products is left. @param {CartState} cart */
export function isEmpty({ products }) {
  return products.every((line) => line.quantity === 0);
}

/** Whether a wish of the shopper's for an upsell is not answered yet. @param {CartState} cart */
export function isWaiting({ upsells }) {
  return upsells.some(({ wanted }) => wanted !== undefined);
}

/** What `connectCart` reads: the products, and each upsell line at the quantity that the shopper wants. @param {CartState} cart */
export function connectedLines({ products, upsells }) {
  const lines = upsells.map((upsell) => ({
    productId: upsell.catalogItemId,
    quantity: upsell.wanted ?? upsell.quantity,
    upsell,
  }));
  return [...products, ...lines];
}

/** The cart as the shop's back end takes it: prices are decimals. @param {CartState} cart */
export function toOrdered({ goods, products, delivery, upsells }) {
  const { deliveries = [], currency } = goods;
  const money = moneyOf(goods);
  const selected = upsells.map((line) => ({
    cartItemId: line.cartItemId,
    catalogItemId: line.catalogItemId,
    linkedProductId: line.linkedProductId,
    quantityMustBeSynchronized: line.quantityMustBeSynchronized,
    name: line.name,
    quantity: line.quantity,
    unitPrice: Number(money.toDecimal(line.unitPrice)),
    currency,
  }));
  return {
    quantities: Object.fromEntries(products.map(({ productId, quantity }) => [productId, quantity])),
    delivery: deliveries.findIndex(({ name }) => name === delivery.name),
    selected,
  };
}
