// @ts-check
import { TransactionError } from 'rokt-upsell/client';
import { finishOrder } from './finish-order.mjs';
import { Holds } from './holds.mjs';
import { amountOf, dearerOf, isEmpty, totalOf } from './order-sums.mjs';
import { Declined } from './payments.mjs';
import { Refusal } from './refusal.mjs';

/**
 * @typedef {import('./orders.mjs').Order} Order
 * @typedef {import('./orders.mjs').Extra} Extra
 * @typedef {{userAgent?: string | undefined, acceptLanguage?: string | undefined}} Shopper
 *
 * @typedef {object} CheckoutParts
 * @property {import('./orders.mjs').Orders} orders
 * @property {import('./payments.mjs').Payments} payments
 * @property {(order: Order) => any} partner the transaction client of an order
 * @property {Record<string, any>} stories
 */

/** What is left to do of a paid order is tried again after this, in ms, and twice as long each time. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;

/** What the shop does between the cart and the receipt: each act may be asked for again, and is done once. */
export class Checkout {
  #parts;
  #holds;
  /** @type {Set<NodeJS.Timeout>} */
  #waits = new Set();

  /** @param {CheckoutParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#holds = new Holds(parts.partner);
  }

  /**
   * Opens an order, and asks whether there is anything to show for it.
   * @param {Pick<Order, 'story' | 'caseName' | 'account' | 'quantities' | 'delivery'>} given
   * @param {Shopper} shopper
   */
  open(given, shopper) {
    const nothing = { selected: [], held: [], refused: [], bought: [], refunded: [] };
    const { orderId } = this.#parts.orders.add({ ...given, state: 'cart', showsUpsell: false, ...nothing });
    return this.checkOut(orderId, {}, shopper);
  }

  /**
   * Takes the cart as it is at the check-out, and asks what there is to show for it.
   * @param {string} orderId @param {Partial<Pick<Order, 'quantities' | 'delivery'>>} cart @param {Shopper} shopper
   */
  checkOut(orderId, cart, { userAgent, acceptLanguage }) {
    const { orders, stories, partner } = this.#parts;
    return orders.change(orderId, async (order) => {
      if (order.state !== 'cart') return order;
      Object.assign(order, cart, { showsUpsell: false });
      const { identifier, attributes } = stories[order.story];
      const told = { ...attributes, ...(userAgent && { userAgent }) };
      const { sessionId } = order;
      try {
        const answer = await partner(order).placements.any(
          { cartId: orderId, pageIdentifier: identifier, attributes: told },
          { acceptLanguage, sessionId },
        );
        Object.assign(order, { showsUpsell: answer.result, sessionId: answer.sessionId });
      } catch (error) {
        // An upsell that cannot be had costs no order: its step is skipped.
        if (!(error instanceof TransactionError)) throw error;
      }
      return order;
    });
  }

  /**
   * Takes the cart as the page has it, while the shopper still chooses.
   * @param {string} orderId @param {Partial<Pick<Order, 'quantities' | 'delivery' | 'selected'>>} cart
   */
  keepCart(orderId, cart) {
    return this.#parts.orders.change(orderId, (order) => {
      if (order.state === 'cart') Object.assign(order, cart);
      return order;
    });
  }

  /**
   * Holds what is selected at the prices of now, and lets go of what was held besides. Once it is paid nothing changes.
   * @param {string} orderId @param {{sessionId?: string, selected: Extra[]}} wished
   */
  reserve(orderId, { sessionId, selected }) {
    return this.#parts.orders.change(orderId, async (order) => {
      if (order.state !== 'cart' && order.state !== 'held') return order;
      if (sessionId) order.sessionId = sessionId;
      Object.assign(order, { selected, state: 'held' });
      await this.#holds.renew(order);
      return order;
    });
  }

  /** The shopper goes back to the extras: others may have what was held. @param {string} orderId */
  release(orderId) {
    return this.#parts.orders.change(orderId, async (order) => {
      if (order.state !== 'held') return order;
      await this.#holds.release(order, order.held);
      Object.assign(order, { state: 'cart', held: [], refused: [] });
      return order;
    });
  }

  /**
   * Charges the order and confirms it. A twin of the call waits for the first one, and finds the order paid.
   * @param {string} orderId @param {{cardNumber: string, total: number}} payment `total`: what the shopper has agreed to, in minor units
   * @throws {Refusal}
   */
  pay(orderId, { cardNumber, total }) {
    const { orders, payments, stories } = this.#parts;
    return orders.change(orderId, async (order) => {
      if (order.state === 'cart') throw new Refusal(409, 'order-changed');
      if (order.state === 'held') {
        const story = stories[order.story];
        if (this.heldFor(order) === 0) throw new Refusal(409, 'hold-over');
        if (dearerOf(order).length > 0) throw new Refusal(409, 'price-changed');
        if (total !== totalOf(order, story) || isEmpty(order, story)) throw new Refusal(409, 'order-changed');
        delete order.isDeclined;
        this.#becomes(order, 'paying');
        try {
          await payments.charge(orderId, total, story.currency, cardNumber);
        } catch (error) {
          if (error instanceof Declined) order.isDeclined = true;
          this.#becomes(order, 'held');
          if (order.isDeclined) throw new Refusal(402, 'declined');
          throw error;
        }
        this.#becomes(order, 'paid');
      }
      await this.#finish(order);
      return order;
    });
  }

  /**
   * Cancels one extra of a finished order, and gives its price back.
   * @param {string} orderId @param {string} itemReservationId
   * @throws {Refusal}
   */
  cancel(orderId, itemReservationId) {
    return this.#parts.orders.change(orderId, async (order) => {
      const item = order.bought.find((one) => one.itemReservationId === itemReservationId);
      if (!item) throw new Refusal(404, 'invalid');
      try {
        await this.#parts.partner(order).confirmation.cancel({ itemReservationId });
      } catch (error) {
        if (error instanceof TransactionError) throw new Refusal(502, 'not-cancelled');
        throw error;
      }
      this.#parts.payments.refund(orderId, amountOf([item]), `cancel-${itemReservationId}`);
      item.isCancelled = true;
      return order;
    });
  }

  /** How long what is held is held yet, in ms. @param {Order} order */
  heldFor(order) {
    return this.#holds.leftOf(order);
  }

  /** Goes on with what a process that ended has left in the middle of a payment. */
  async resume() {
    const { orders, payments } = this.#parts;
    for (const { orderId } of orders.unfinished()) {
      await orders.change(orderId, async (order) => {
        order.state = payments.find(orderId) ? 'paid' : 'held';
        if (order.state === 'paid') await this.#finish(order);
      });
    }
  }

  stop() {
    for (const wait of this.#waits) clearTimeout(wait);
  }

  /** On the disk at once: what comes next may be the end of the process. @param {Order} order @param {Order['state']} state */
  #becomes(order, state) {
    order.state = state;
    this.#parts.orders.save(order);
  }

  /** Confirms a paid order, now or as soon as it can be. @param {Order} order */
  async #finish(order, wait = FIRST_WAIT) {
    if (order.state !== 'paid' || (await finishOrder(order, this.#parts))) return;
    const again = setTimeout(() => {
      this.#waits.delete(again);
      const next = Math.min(2 * wait, LONGEST_WAIT);
      this.#parts.orders.change(order.orderId, (now) => this.#finish(now, next)).catch(console.error);
    }, wait);
    this.#waits.add(again);
  }
}
