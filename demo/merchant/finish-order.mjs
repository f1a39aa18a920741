// @ts-check
import { TransactionError } from 'rokt-upsell/client';
import { amountOf } from './order-sums.mjs';

/**
 * Buys what is held for a paid order, and gives back what is refused after all: for every order, also one without extras. Called again
 * with the same order, it buys and refunds once.
 * @param {import('./orders.mjs').Order} order
 * @param {Pick<import('./checkout.mjs').CheckoutParts, 'partner' | 'payments'>} parts
 * @returns {Promise<boolean>} false where it could not be confirmed yet
 */
export async function finishOrder(order, { partner, payments }) {
  const { orderId, sessionId, held } = order;
  const items = held.map(({ cartItemId, itemReservationId, quantity, unitPrice, totalPrice, currency }) => ({
    cartItemId,
    itemReservationId,
    quantity,
    unitPrice,
    totalPrice,
    currency,
  }));
  /** @type {any[]} */
  let answered;
  try {
    const told = { sessionId, idempotencyKey: `confirm-${orderId}` };
    answered = (await partner(order).cart.confirm({ cartId: orderId, orderId, items }, told)).items;
  } catch (error) {
    if (error instanceof TransactionError) return false;
    throw error;
  }
  order.bought = [];
  order.refunded = [];
  for (const [index, item] of held.entries()) {
    const { success, error, itemReservationId, itemConfirmationUrl } = answered[index];
    if (success) order.bought.push({ ...item, itemReservationId, itemConfirmationUrl, isCancelled: false });
    else order.refunded.push({ ...toRefused(item, error.code), amount: amountOf([item]) });
  }
  const refused = order.refunded.reduce((sum, { amount }) => sum + amount, 0);
  if (refused > 0) payments.refund(orderId, refused, `refused-${orderId}`);
  order.state = 'done';
  return true;
}

/** @param {import('./orders.mjs').Held} item @param {string} code */
function toRefused({ cartItemId, name }, code) {
  return { cartItemId, name, code };
}
