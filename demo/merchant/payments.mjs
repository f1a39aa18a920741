// @ts-check

/** The numbers of test cards, by what becomes of a payment with them. */
const TEST_CARDS = {
  accepted: '4242424242424242',
  declined: '4000000000000002',
  late: '4000000000009995',
};

/** The card was not taken. */
export class Declined extends Error {}

/**
 * A payment provider to try the shop with. It charges an order once, however often it is asked, and gives the same money back once.
 * @param {import('./shop-database.mjs').ShopDatabase} database
 * @param {() => Promise<unknown>} lateness resolves when the bank of the late card answers
 */
export function createPayments(database, lateness) {
  const find = (/** @type {string} */ orderId) =>
    database.one('SELECT amount, currency, card FROM payment WHERE order_id = ?', orderId);
  return {
    /** What was paid for an order; undefined where nothing was. */
    find,
    /**
     * Charges the order, `amount` in minor units.
     * @param {string} orderId @param {number} amount @param {string} currency @param {string} cardNumber
     * @throws {Declined}
     */
    async charge(orderId, amount, currency, cardNumber) {
      const digits = cardNumber.replaceAll(/\D/g, '');
      if (find(orderId)) return;
      if (digits === TEST_CARDS.late) await lateness();
      else if (digits !== TEST_CARDS.accepted) throw new Declined('The card was declined.');
      const card = digits.slice(-4);
      database.run('INSERT OR IGNORE INTO payment VALUES (?, ?, ?, ?)', ...[orderId, amount, currency, card]);
    },
    /**
     * Gives some of it back, in minor units: once for each key.
     * @param {string} orderId @param {number} amount @param {string} refundKey
     */
    refund(orderId, amount, refundKey) {
      database.run('INSERT OR IGNORE INTO refund VALUES (?, ?, ?)', refundKey, orderId, amount);
    },
    /** All that was given back of an order, in minor units. @param {string} orderId @returns {number} */
    refunded: (orderId) =>
      database.one('SELECT COALESCE(SUM(amount), 0) AS sum FROM refund WHERE order_id = ?', orderId).sum,
  };
}

/** @typedef {ReturnType<typeof createPayments>} Payments */
