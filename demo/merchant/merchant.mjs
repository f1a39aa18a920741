// @ts-check
import { createTransactionClient } from 'rokt-upsell/client';
import { Checkout } from './checkout.mjs';
import { createDeliveries } from './deliveries.mjs';
import { toView } from './order-view.mjs';
import { Orders } from './orders.mjs';
import { createPayments } from './payments.mjs';
import { createRoutes } from './routes.mjs';
import { openShopDatabase } from './shop-database.mjs';
import { shopperOf } from './shopper-of.mjs';
import { readStories } from './stories.mjs';
import { WireLog } from './wire-log.mjs';

/**
 * @typedef {object} MerchantOptions
 * @property {string} file of its database
 * @property {string} upsellUrl where the upsell service is
 * @property {string} secret what the upsell service signs its messages with
 * @property {(story: string, caseName: string | null) => Promise<import('./orders.mjs').Order['account']>} accountOf
 * @property {(order: import('./orders.mjs').Order, send: typeof fetch) => typeof fetch} [wireOf] how calls of an order travel
 * @property {() => Promise<unknown>} lateness resolves when the bank of the late card answers
 *
 * @typedef {object} MerchantParts
 * @property {Checkout} checkout
 * @property {Orders} orders
 * @property {ReturnType<typeof createDeliveries>} deliveries
 * @property {WireLog} calls
 * @property {(given: any, headers: import('node:http').IncomingHttpHeaders) => Promise<import('./orders.mjs').Order>} open
 * @property {(order: import('./orders.mjs').Order) => object} view
 */

/**
 * The shop's back end: its orders, its payments, and the only one that knows the key of the transaction API.
 * @param {MerchantOptions} options
 */
export async function startMerchant({
  file,
  upsellUrl,
  secret,
  accountOf,
  wireOf = (_, send) => send,
  lateness,
}) {
  const stories = await readStories();
  const database = openShopDatabase(file);
  const orders = new Orders(database);
  const payments = createPayments(database, lateness);
  const deliveries = createDeliveries(database, secret);
  const calls = new WireLog();
  /** @type {Map<string, ReturnType<typeof createTransactionClient>>} */
  const clients = new Map();
  /** @param {import('./orders.mjs').Order} order */
  function partner(order) {
    const { orderId, account } = order;
    const client =
      clients.get(orderId) ??
      createTransactionClient({
        apiKey: account.apiKey,
        tagId: account.tagId,
        baseUrl: upsellUrl,
        idempotent: true,
        fetch: calls.fetchOf(orderId, wireOf(order, fetch)),
      });
    clients.set(orderId, client);
    return client;
  }
  const checkout = new Checkout({ orders, payments, partner, stories });
  await checkout.resume();

  /** @type {MerchantParts['open']} */
  async function open({ story, caseName, quantities, delivery }, headers) {
    if (!Object.hasOwn(stories, story)) throw new TypeError('there is no such story');
    const { products } = stories[story];
    const usual = products.map((/** @type {any} */ { productId, quantity }) => [productId, quantity]);
    const account = await accountOf(story, caseName);
    return checkout.open(
      { story, caseName, account, quantities: { ...Object.fromEntries(usual), ...quantities }, delivery },
      shopperOf(headers),
    );
  }

  /** @type {MerchantParts['view']} */
  function view(order) {
    return toView(order, stories[order.story], {
      heldFor: checkout.heldFor(order),
      paid: payments.find(order.orderId),
      givenBack: payments.refunded(order.orderId),
      delivered: deliveries.among(order.bought),
    });
  }

  return {
    answer: createRoutes({ checkout, orders, deliveries, calls, open, view }),
    /** What it has written down, for whoever looks after it. */
    database,
    stop() {
      checkout.stop();
      database.close();
    },
  };
}
