import { insertOfferedItem } from '../../../src/service/store/offered-items.ts';
import { insertHold } from '../../../src/service/store/holds.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import { createTimeOrderedIds } from '../../../src/service/store/time-ordered-id.ts';
import { takeStock } from '../../../src/service/store/stock.ts';
import { ACCOUNT } from '../account.mjs';

const { accountId } = ACCOUNT;
const SESSION = 'session';
/** As many rows are written in one transaction. */
const AT_ONCE = 5_000;

/**
 * What makes the rows that a measurement begins with.
 *
 * @param {import('../../../src/service/store/store.ts').Store} store
 */
export function preparations(store) {
  const newId = createTimeOrderedIds();
  /**
   * @template Made
   * @param {number} count
   * @param {(tx: import('../../../src/service/store/store.ts').Transaction, n: number, now: number) => Promise<Made>} make
   */
  const makeAll = async (count, make) => {
    /** @type {Made[]} */
    const all = [];
    for (let from = 0; from < count; from += AT_ONCE) {
      const made = await store.transaction(async (tx) => {
        const now = await tx.now();
        const part = [];
        for (let n = from; n < Math.min(from + AT_ONCE, count); n++) part.push(await make(tx, n, now));
        return part;
      });
      all.push(...made);
    }
    return all;
  };
  return {
    /** Shows shoppers so many items, the products one after another. @param {{ count: number, skus: string[] }} input */
    offer: ({ count, skus }) =>
      makeAll(count, async (tx, n, now) => {
        const cartItemId = newId();
        await insertOfferedItem(tx, { ...offered(skus[n % skus.length] ?? '', now), cartItemId });
        return cartItemId;
      }),
    /** Has so many messages waiting for a provider. @param {{ count: number, provider: string }} input */
    tell: async ({ count, provider }) => {
      await makeAll(count, async (tx, n, createdAt) => {
        const ids = { messageId: newId(), reservationId: newId() };
        const body = JSON.stringify({ type: 'item.confirmed', data: { orderId: `waiting-${n}` } });
        await insertMessage(tx, { ...ids, accountId, provider, type: 'item.confirmed', body, createdAt });
      });
    },
    /** Has so many live holds. @param {{ count: number, skus: string[] }} input */
    hold: async ({ count, skus }) => {
      await makeAll(count, async (tx, n, now) => {
        const hold = holdOn(skus[n % skus.length] ?? '', newId(), newId(), now);
        await takeStock(tx, accountId, hold.sku, hold.quantity);
        await insertHold(tx, hold);
      });
    },
  };
}

/** @param {string} sku @param {number} createdAt */
function offered(sku, createdAt) {
  const price = { unitPrice: 1_000, currency: 'USD' };
  const terms = { minimum: 1, maximum: 9, providerData: undefined };
  return { accountId, sessionId: SESSION, sku, linkedProductId: null, ...price, createdAt, terms };
}

/** @param {string} sku @param {string} reservationId @param {string} cartItemId @param {number} now */
function holdOn(sku, reservationId, cartItemId, now) {
  return {
    ...{ reservationId, accountId, cartId: reservationId, cartItemId, sku, quantity: 1 },
    ...{ unitPrice: 1_000, currency: 'USD', linkedProductId: null, provider: null, providerData: null },
    ...{
      state: /** @type {const} */ ('held'),
      sessionId: SESSION,
      createdAt: now,
      expiresAt: now + 86_400_000,
    },
    ...{
      endedAt: null,
      orderId: null,
      confirmationId: null,
      maximum: null,
      successorId: null,
      confirmedAs: null,
    },
  };
}
