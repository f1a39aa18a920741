// @ts-check
import { buffer } from 'node:stream/consumers';
import { Refusal } from './refusal.mjs';
import { shopperOf } from './shopper-of.mjs';

const MAX_BODY = 64 * 1024;

/**
 * The shop's own interface for its pages, JSON in and out. Each answer is the order as it is then, also a refusal:
 * `{error, order}`.
 *
 * - `POST orders` `{story, case?, quantities?, delivery?}` opens one
 * - `GET orders/ID`, and `GET orders/ID/calls`: what its back end has said to the upsell service
 * - `POST orders/ID/check-out` `{quantities, delivery}`: is there anything to show for it now?
 * - `PUT orders/ID/cart` `{quantities, delivery, selected}`
 * - `PUT orders/ID/reservation` `{sessionId, selected}`, `DELETE orders/ID/reservation`
 * - `POST orders/ID/payment` `{cardNumber, total}`
 * - `POST orders/ID/cancellation` `{itemReservationId}`
 * - `POST fulfilment`: where the upsell service says what to deliver
 * @param {import('./merchant.mjs').MerchantParts} merchant
 */
export function createRoutes({ checkout, orders, deliveries, calls, open, view }) {
  /** @type {Record<string, (id: string, body: any, headers: import('node:http').IncomingHttpHeaders) => Promise<any>>} */
  const acts = {
    'POST check-out': (id, body, headers) => checkout.checkOut(id, toOwn(body), shopperOf(headers)),
    'PUT cart': (id, body) => checkout.keepCart(id, toOwnCart(body)),
    'PUT reservation': (id, { sessionId, selected }) =>
      checkout.reserve(id, { sessionId, selected: toExtras(selected) }),
    'DELETE reservation': (id) => checkout.release(id),
    'POST payment': (id, { cardNumber, total }) =>
      checkout.pay(id, { cardNumber: String(cardNumber ?? ''), total }),
    'POST cancellation': (id, { itemReservationId }) => checkout.cancel(id, String(itemReservationId)),
  };

  /**
   * @param {import('node:http').IncomingMessage} request @param {string} path below the shop's own
   * @returns {Promise<{status: number, body: unknown}>}
   */
  return async function answer(request, path) {
    const { method = 'GET', headers } = request;
    const [kind, id, act] = path.split('/');
    const bytes = await buffer(request);
    if (bytes.length > MAX_BODY) return { status: 413, body: { error: 'invalid' } };
    if (kind === 'fulfilment' && method === 'POST')
      return { status: deliveries.take(headers, bytes), body: {} };
    if (kind !== 'orders') return { status: 404, body: { error: 'invalid' } };
    try {
      const body = bytes.length > 0 ? JSON.parse(bytes.toString()) : {};
      if (!id && method === 'POST') return { status: 201, body: view(await open(toOpening(body), headers)) };
      const order = orders.find(id ?? '');
      if (!order) return { status: 404, body: { error: 'invalid' } };
      if (act === 'calls') return { status: 200, body: calls.of(order.orderId) };
      if (!act && method === 'GET') return { status: 200, body: view(order) };
      const done = acts[`${method} ${act}`];
      if (!done) return { status: 404, body: { error: 'invalid' } };
      return { status: 200, body: view(await done(order.orderId, body, headers)) };
    } catch (error) {
      const isOfBody = error instanceof SyntaxError || error instanceof TypeError;
      if (isOfBody) return { status: 400, body: { error: 'invalid' } };
      if (!(error instanceof Refusal)) throw error;
      const order = orders.find(id ?? '');
      return { status: error.status, body: { error: error.code, ...(order && { order: view(order) }) } };
    }
  };
}

/** @param {any} body */
function toOpening({ story, case: caseName = null, ...cart }) {
  return { story: String(story), caseName: caseName && String(caseName), ...toOwn(cart) };
}

/** What the shop sells itself. @param {any} cart */
function toOwn({ quantities, delivery = 0 }) {
  return { quantities: { ...quantities }, delivery: Number(delivery) };
}

/** @param {any} body */
function toOwnCart({ selected, ...cart }) {
  return { ...toOwn(cart), selected: toExtras(selected) };
}

/** What a page says of the extras, without anything else that it may say. @param {any} selected */
function toExtras(selected) {
  return selected.map((/** @type {any} */ extra) => ({
    cartItemId: String(extra.cartItemId),
    catalogItemId: String(extra.catalogItemId),
    ...(extra.linkedProductId && { linkedProductId: String(extra.linkedProductId) }),
    ...(extra.quantityMustBeSynchronized === true && { quantityMustBeSynchronized: true }),
    name: String(extra.name),
    quantity: Number(extra.quantity),
    unitPrice: Number(extra.unitPrice),
    currency: String(extra.currency),
  }));
}
