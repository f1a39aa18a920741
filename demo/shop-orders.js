// @ts-check

/**
 * @typedef {object} ShopOrder An order as the back end shows it, as far as a page asks.
 * @property {string} orderId
 * @property {'cart' | 'held' | 'paying' | 'paid' | 'done'} state
 * @property {boolean} showsUpsell whether there are extras to show
 * @property {string} accountId whose extras
 * @property {string} [sessionId] of the extras
 * @property {import('./goods.js').Goods & {thanks: string, identifier: string, attributes: Record<string, string>}} cart
 * @property {Extra[]} selected what the shopper has chosen, at the prices that were shown
 * @property {Extra[]} held
 * @property {Extra[]} dearer what is held at a higher price than was shown
 * @property {(Extra & {itemReservationId: string, itemConfirmationUrl: string})[]} bought
 * @property {string[]} delivered the reservations of which the providers know
 * @property {number} total in minor units
 * @property {number | null} heldFor how long what is held is held yet, in ms; null where nothing is
 * @property {string | null} card the last digits of the one that has paid
 * @property {number} givenBack in minor units
 * @property {true} [isDeclined] the last payment was not taken
 * @property {string | null} caseName what goes wrong on purpose
 *
 * @typedef {object} Extra Prices are decimals.
 * @property {string} cartItemId
 * @property {string} catalogItemId
 * @property {string} name
 * @property {number} quantity
 * @property {number} unitPrice
 *
 * @typedef {object} Answer
 * @property {any} order as it is now
 * @property {string | null} error why it was not done: a code of the shop's
 */

/**
 * The shop's back end as its pages ask it; any page of the shop may import this. Each act may be asked for again: it is done once.
 * @param {string} [base] where the shop's own interface is
 */
export function createShopOrders(base = '/merchant/') {
  return {
    /** Opens an order; `showsUpsell` of it says whether there are extras to show. @param {{story: string, case?: string, quantities?: Record<string, number>, delivery?: number}} cart */
    open: (cart) => ask('POST', 'orders', cart),
    /** Asks anew, for a cart that was changed. @param {string} orderId @param {{quantities: Record<string, number>, delivery: number}} cart */
    checkOut: (orderId, cart) => ask('POST', `orders/${orderId}/check-out`, cart),
    /** @param {string} orderId */
    read: (orderId) => ask('GET', `orders/${orderId}`),
    /** What the back end has said to the upsell service. @param {string} orderId @returns {Promise<any[]>} */
    async calls(orderId) {
      const response = await fetch(`${base}orders/${orderId}/calls`);
      return response.ok ? response.json() : [];
    },
    /** Keeps the cart, for when the page is loaded again. @param {string} orderId @param {object} cart */
    keepCart: (orderId, cart) => ask('PUT', `orders/${orderId}/cart`, cart),
    /** Holds the extras that the shopper has chosen. @param {string} orderId @param {{sessionId?: string, selected: object[]}} wished */
    reserve: (orderId, wished) => ask('PUT', `orders/${orderId}/reservation`, wished),
    /** Lets what is held go. @param {string} orderId */
    release: (orderId) => ask('DELETE', `orders/${orderId}/reservation`),
    /** Pays and confirms; `total` is what the shopper has agreed to. @param {string} orderId @param {{cardNumber: string, total: number}} payment */
    pay: (orderId, payment) => ask('POST', `orders/${orderId}/payment`, payment),
    /** Cancels an extra that was bought. @param {string} orderId @param {string} itemReservationId */
    cancel: (orderId, itemReservationId) =>
      ask('POST', `orders/${orderId}/cancellation`, { itemReservationId }),
  };

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<Answer>} never rejects */
  async function ask(method, path, body) {
    try {
      const headers = { 'content-type': 'application/json' };
      const init = { method, headers, keepalive: true, ...(body && { body: JSON.stringify(body) }) };
      const response = await fetch(base + path, init);
      const answer = await response.json();
      return response.ok
        ? { order: answer, error: null }
        : { order: answer.order ?? null, error: answer.error };
    } catch {
      // No answer, or none that is JSON: the shop is away.
      return { order: null, error: 'no-answer' };
    }
  }
}
