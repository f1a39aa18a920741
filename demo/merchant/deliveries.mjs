// @ts-check
import { isSignedWebhook } from 'rokt-upsell/service';

/**
 * What the shop is told to deliver: each signed message of the upsell service, kept once.
 * @param {import('./shop-database.mjs').ShopDatabase} database
 * @param {string} secret
 */
export function createDeliveries(database, secret) {
  return {
    /**
     * Takes a message, its body as it came.
     * @param {import('node:http').IncomingHttpHeaders} headers @param {Buffer} body
     * @returns {number} the status to answer
     */
    take(headers, body) {
      if (!isSignedWebhook(headers, body, secret)) return 401;
      const { data } = JSON.parse(body.toString());
      const isNew = database.run(
        'INSERT OR IGNORE INTO delivery VALUES (?, ?, ?)',
        ...[String(headers['webhook-id']), data.itemReservationId, body.toString()],
      );
      return isNew ? 201 : 200;
    },
    /** The reservations of an order that it has been told of. @param {{itemReservationId: string}[]} bought @returns {string[]} */
    among(bought) {
      const isTold = (/** @type {string} */ id) =>
        database.one('SELECT 1 FROM delivery WHERE reservation_id = ?', id) !== undefined;
      return bought.map(({ itemReservationId }) => itemReservationId).filter(isTold);
    },
  };
}
