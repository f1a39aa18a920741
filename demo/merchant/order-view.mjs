// @ts-check
import { dearerOf, toCart, totalOf } from './order-sums.mjs';

/**
 * What a page is shown of an order: nothing that is the shop's own, such as its key.
 * @param {import('./orders.mjs').Order} order
 * @param {any} story
 * @param {{heldFor: number, paid: {amount: number, card: string} | undefined, givenBack: number, delivered: string[]}} facts
 *   `delivered`: the reservations of which the shop has been told what to deliver
 */
export function toView(order, story, { heldFor, paid, givenBack, delivered }) {
  const { account, delivery, ...shown } = order;
  return {
    ...shown,
    accountId: account.accountId,
    deliveryIndex: delivery,
    cart: toCart(order, story),
    dearer: dearerOf(order),
    heldFor: Number.isFinite(heldFor) ? heldFor : null,
    total: paid?.amount ?? totalOf(order, story),
    card: paid?.card ?? null,
    givenBack,
    delivered,
  };
}
