// @ts-check
import { timeLeft, TransactionError } from 'rokt-upsell/client';

/**
 * @typedef {import('./orders.mjs').Order} Order
 * @typedef {import('./orders.mjs').Held} Held
 */

/** What is held of the extras at the upsell service. An upsell that cannot be had costs no order: nothing here fails. */
export class Holds {
  #partner;
  /** The newest answer of `cart.reserve` for each order: the client counts the time that is left from it. @type {Map<string, any>} */
  #answers = new Map();

  /** @param {(order: Order) => any} partner the transaction client of an order */
  constructor(partner) {
    this.#partner = partner;
  }

  /** Holds what is selected in the order, at the prices of now, in the place of what was held. @param {Order} order */
  async renew(order) {
    const before = order.held;
    Object.assign(order, { held: [], refused: [] });
    if (order.selected.length > 0) await this.#hold(order);
    const kept = new Set(order.held.map(({ itemReservationId }) => itemReservationId));
    await this.release(
      order,
      before.filter(({ itemReservationId }) => !kept.has(itemReservationId)),
    );
  }

  /** Best effort: a hold ends by itself, too. @param {Order} order @param {readonly Held[]} items */
  async release(order, items) {
    if (items.length === 0) return;
    const named = items.map(({ cartItemId, itemReservationId }) => ({ cartItemId, itemReservationId }));
    const { sessionId, orderId } = order;
    await this.#partner(order).cart.release({ cartId: orderId, items: named }, { sessionId }).catch(passOver);
  }

  /** How long what is held is held yet, in ms: until the first of the holds ends. Without a hold it never does. @param {Order} order */
  leftOf({ orderId, held }) {
    const answer = this.#answers.get(orderId);
    if (held.length === 0) return Infinity;
    // Of an earlier process nobody knows: who asks again is held again.
    if (!answer) return 0;
    return Math.min(...held.map((item) => timeLeft(answer, item)));
  }

  /** @param {Order} order */
  async #hold(order) {
    const { sessionId, orderId, selected } = order;
    const items = selected.map(({ cartItemId, quantity }) => ({ cartItemId, quantity }));
    try {
      const answer = await this.#partner(order).cart.reserve({ cartId: orderId, items }, { sessionId });
      this.#answers.set(orderId, answer);
      for (const [index, extra] of selected.entries()) {
        const { success, error, ...terms } = answer.items[index];
        if (success) order.held.push({ ...extra, ...terms });
        else order.refused.push({ cartItemId: extra.cartItemId, name: extra.name, code: error.code });
      }
    } catch (error) {
      const { code } = passOver(error);
      order.refused = selected.map(({ cartItemId, name }) => ({ cartItemId, name, code }));
    }
  }
}

/** What the upsell service does not do costs no order. @param {unknown} error */
function passOver(error) {
  if (!(error instanceof TransactionError)) throw error;
  return error;
}
