import { PAGE, PARTNER } from './account.mjs';

/** The products of the bench, without an end of stock. */
export const SKUS = ['care', 'parking', 'insurance'];

const TEXTS = {
  care: [
    'Care plan',
    'Three years of repairs, wherever you are, for your new machine and all that came with it.',
  ],
  parking: [
    'Garage parking',
    'A place two minutes from the door, from an hour before the show until midnight.',
  ],
  insurance: [
    'Ticket protection',
    'All of your money back when you cannot come, for whatever reason there may be.',
  ],
};

/** A catalogue of three offers in one place. */
export function catalogueOf() {
  const offers = Object.entries(TEXTS).map(([sku, [name, description]]) => ({
    ...{ sku, stock: 1_000_000_000, holdSeconds: 86_400, minimum: 0, maximum: 9 },
    cartItem: { name, description, currency: 'USD', unitPrice: 35.1 },
  }));
  const placement = { placementId: 'checkout-upsell', title: 'Make it a better night', offers };
  return { accountId: '222', placements: [placement] };
}

/**
 * A catalogue of products, told to a provider where one is named.
 *
 * @param {readonly string[]} skus
 * @param {{ stock?: number, providerOf?: (sku: string) => string, providers?: Record<string, { url: string, secret: string }> }} [options]
 */
export function productsOf(skus, { stock = 1_000_000_000, providerOf, providers = {} } = {}) {
  const offers = skus.map((sku) => ({
    ...{ sku, stock, holdSeconds: 86_400, minimum: 0, maximum: 9 },
    ...(providerOf ? { provider: providerOf(sku) } : {}),
    cartItem: { name: sku, currency: 'USD', unitPrice: 35.1 },
  }));
  return { accountId: '222', providers, placements: [{ placementId: 'all', offers }] };
}

let carts = 0;
const newId = (/** @type {string} */ kind) => `${kind}-${process.pid}-${++carts}`;

/** What a page and a partner's server ask, each call by another cart. */
export const requests = {
  any: () => ({
    path: '/v1/placements/any',
    headers: PARTNER,
    body: {
      cartId: newId('cart'),
      pageIdentifier: 'checkout',
      attributes: { country: 'US', currency: 'USD', locale: 'en-US', amount: '129.90' },
    },
  }),
  selections: () => ({
    path: '/v1/selections',
    headers: PAGE,
    body: {
      accountId: '222',
      identifier: 'checkout',
      attributes: { country: 'US', currency: 'USD', amount: '129.90' },
    },
  }),
  /** @param {readonly string[]} cartItemIds */
  reserve: (cartItemIds) => ({
    path: '/v1/cart/reserve',
    headers: PARTNER,
    body: { cartId: newId('cart'), items: cartItemIds.map((cartItemId) => ({ cartItemId, quantity: 1 })) },
  }),
  /** @param {Reserved} reserved */
  confirm: ({ cartId, items }) => ({
    path: '/v1/cart/confirm',
    headers: PARTNER,
    body: { cartId, orderId: newId('order'), items: items.map(toNamed) },
  }),
  /** @param {Reserved} reserved */
  release: ({ cartId, items }) => ({
    path: '/v1/cart/release',
    headers: PARTNER,
    body: { cartId, items: items.map(toNamed) },
  }),
};

/** @typedef {{ cartId: string, items: { cartItemId: string, itemReservationId: string }[] }} Reserved */

/** @param {Reserved['items'][number]} item */
function toNamed({ cartItemId, itemReservationId }) {
  return { cartItemId, itemReservationId };
}

/**
 * The same call under an `Idempotency-Key` of its own.
 *
 * @param {import('./client.mjs').Asked} asked
 */
export function keyed(asked) {
  return { ...asked, headers: { ...asked.headers, 'idempotency-key': newId('key') } };
}

/**
 * `list` in parts of `size`.
 *
 * @template Item
 * @param {readonly Item[]} list
 * @param {number} size
 */
export function inParts(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) =>
    list.slice(n * size, n * size + size),
  );
}
