// @ts-check
import { createTransactionClient } from 'rokt-upsell/client';
import { caseOf } from './cases.mjs';

/** The operations of the transaction API, by their paths. @type {Record<string, string>} */
const OPERATIONS = {
  '/v1/placements/any': 'placements.any',
  '/v1/cart/reserve': 'cart.reserve',
  '/v1/cart/confirm': 'cart.confirm',
  '/v1/cart/release': 'cart.release',
  '/v1/confirmation/cancel': 'confirmation.cancel',
};

/** The accounts of orders with a case, each with what goes wrong for it, and the hand in their wire. */
export class CaseAccounts {
  #upsell;
  /** By the id of the account. @type {Map<string, any>} */
  #accounts = new Map();

  /** @param {any} upsell the upsell service, as `startUpsellService` gives it */
  constructor(upsell) {
    this.#upsell = upsell;
  }

  /**
   * Who reserves for such an order: everybody's account without a case, else one of its own.
   * @param {string} story @param {string | null} caseName
   */
  async accountOf(story, caseName) {
    const { service, catalogue } = this.#upsell;
    const found = caseOf(caseName);
    if (!found) return credentials(service);
    const { items = [], faults = [], catalogue: change = (/** @type {any} */ all) => all } = found;
    const own = catalogue.placements.find((/** @type {any} */ placement) => placement.placementId === story);
    const offered = { ...catalogue, placements: [withTestItems(own, items)] };
    const account = await service.account({ catalogue: change(offered) });
    for (const fault of faults) account.faults.add(fault);
    this.#accounts.set(account.accountId, account);
    return credentials(account);
  }

  /** The account of a case, with all that is for development. @param {string} accountId */
  find(accountId) {
    return this.#accounts.get(accountId);
  }

  /**
   * How the calls of an order travel: with a case, its hand comes before the first call of an operation.
   * @param {import('../merchant/orders.mjs').Order} order @param {typeof fetch} send @returns {typeof fetch}
   */
  wireOf(order, send) {
    const { before = {} } = caseOf(order.caseName) ?? {};
    const account = this.#accounts.get(order.account.accountId);
    if (!account) return send;
    const partner = createTransactionClient({ ...credentials(account), baseUrl: this.#upsell.service.url });
    const offered = (/** @type {string} */ sku) => this.#offered(account, sku);
    /** What has become of the body of a call, by its key: a repeated request is the same. @type {Map<string, Promise<string>>} */
    const changed = new Map();
    const done = new Set();
    return async (url, init) => {
      const operation = OPERATIONS[new URL(String(url)).pathname] ?? '';
      const text = String(init?.body);
      const key = new Headers(init?.headers).get('idempotency-key') ?? '';
      const hand = before[operation];
      if (hand && !done.has(operation)) {
        done.add(operation);
        const body = JSON.parse(text);
        const wire = { account: { ...account, offered }, partner, sessionId: order.sessionId ?? '', body };
        changed.set(
          key,
          Promise.resolve(hand(wire)).then(() => JSON.stringify(body)),
        );
      }
      return send(url, { ...init, body: (await changed.get(key)) ?? text });
    };
  }

  /** The product as another shopper is shown it. @param {any} account @param {string} sku */
  async #offered({ accountId }, sku) {
    const { service, catalogue } = this.#upsell;
    const [{ targeting }] = catalogue.placements;
    const response = await fetch(`${service.url}/v1/selections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1' },
      body: JSON.stringify({ accountId, identifier: 'checkout.upsell', attributes: targeting.attributes }),
    });
    const { sessionId, placements } = await response.json();
    const offers = placements.flatMap((/** @type {any} */ placement) => placement.offers);
    const { cartItem } = offers.find((/** @type {any} */ offer) => offer.cartItem.catalogItemId === sku);
    return { sessionId, cartItemId: cartItem.cartItemId };
  }
}

/** @param {{accountId: string, apiKey: string, tagId: string}} account */
function credentials({ accountId, apiKey, tagId }) {
  return { accountId, apiKey, tagId };
}

/** The placement with these test items. @param {any} placement @param {string[]} skus */
function withTestItems(placement, skus) {
  const [{ cartItem }] = placement.offers;
  const tests = skus.map((sku) => toTestOffer(sku, cartItem.currency));
  return { ...placement, offers: [...placement.offers, ...tests] };
}

/** @param {string} sku @param {string} currency */
function toTestOffer(sku, currency) {
  const name = `Test item: ${sku.slice('test-'.length).replaceAll('-', ' ')}`;
  const description = 'Behaves the same each time, like the numbers of test cards.';
  const cartItem = { name, description, currency, unitPrice: 10 };
  const hold = sku === 'test-short-hold' ? { holdSeconds: 5 } : {};
  return { sku, stock: 1000, provider: 'shop', ...hold, cartItem, minimum: 0, maximum: 10 };
}
