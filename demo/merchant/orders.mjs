// @ts-check
import { randomUUID } from 'node:crypto';

/**
 * @typedef {'cart' | 'held' | 'paying' | 'paid' | 'done'} OrderState
 *   `cart`: the shopper still chooses; `held`: the extras are reserved; `paying`: the bank has been asked; `paid`: what is left is
 *   to confirm; `done`: confirmed, and what was refused is given back
 *
 * @typedef {object} Order
 * @property {string} orderId
 * @property {string} story
 * @property {string | null} caseName what goes wrong on purpose
 * @property {{accountId: string, apiKey: string, tagId: string}} account with whom the extras are reserved
 * @property {OrderState} state
 * @property {string} [sessionId]
 * @property {boolean} showsUpsell what `placements.any` has answered
 * @property {Record<string, number>} quantities of the shop's own products
 * @property {number} delivery which of the story's deliveries
 * @property {Extra[]} selected the extras as the shopper has seen and chosen them
 * @property {Held[]} held
 * @property {Refused[]} refused of the last reserve
 * @property {true} [isDeclined] the last payment was not taken
 * @property {Bought[]} bought
 * @property {(Refused & {amount: number})[]} refunded paid, and refused at confirm
 *
 * @typedef {object} Extra Prices are decimals, as Rokt has them.
 * @property {string} cartItemId
 * @property {string} catalogItemId
 * @property {string} [linkedProductId]
 * @property {boolean} [quantityMustBeSynchronized]
 * @property {string} name
 * @property {number} quantity
 * @property {number} unitPrice
 * @property {string} currency
 *
 * @typedef {Extra & {itemReservationId: string, totalPrice: number, expirationDateTimeUtc: string}} Held
 * @typedef {{cartItemId: string, name: string, code: string}} Refused
 * @typedef {Held & {itemConfirmationUrl: string, isCancelled: boolean}} Bought
 */

/** The orders of the shop, each changed by one call at a time. */
export class Orders {
  #database;
  /** The last change of each order that is under way. @type {Map<string, Promise<unknown>>} */
  #turns = new Map();

  /** @param {import('./shop-database.mjs').ShopDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /** @param {Omit<Order, 'orderId'>} order @returns {Order} */
  add(order) {
    const added = { orderId: randomUUID(), ...order };
    this.save(added);
    return added;
  }

  /** @param {string} orderId @returns {Order | undefined} */
  find(orderId) {
    const row = this.#database.one('SELECT document FROM shop_order WHERE order_id = ?', orderId);
    return row && JSON.parse(row.document);
  }

  /** Those that a process which ended has left in the middle of a payment. @returns {Order[]} */
  unfinished() {
    const rows = this.#database.all(
      `SELECT document FROM shop_order WHERE document ->> 'state' IN ('paying', 'paid')`,
    );
    return rows.map(({ document }) => JSON.parse(document));
  }

  /** @param {Order} order */
  save(order) {
    this.#database.run(
      'INSERT INTO shop_order VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document',
      ...[order.orderId, JSON.stringify(order)],
    );
  }

  /**
   * Lets `change` work on the order once all earlier changes of it are done, and saves what it has made of it.
   * @template T
   * @param {string} orderId @param {(order: Order) => T | Promise<T>} change
   * @returns {Promise<T>} rejects as `change` does, and with a RangeError where there is no such order
   */
  async change(orderId, change) {
    const turn = Promise.resolve(this.#turns.get(orderId)).then(async () => {
      const order = this.find(orderId);
      if (!order) throw new RangeError('there is no such order');
      const result = await change(order);
      this.save(order);
      return result;
    });
    const settled = turn.catch(() => undefined);
    this.#turns.set(orderId, settled);
    await settled;
    if (this.#turns.get(orderId) === settled) this.#turns.delete(orderId);
    return turn;
  }

  /** Resolves once no order is being changed. */
  async settled() {
    while (this.#turns.size > 0) await Promise.all(this.#turns.values());
  }
}
