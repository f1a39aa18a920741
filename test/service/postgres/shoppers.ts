import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ReserveAnswer } from '../../../src/contract/wire.ts';
import { insertOfferedItem } from '../../../src/service/store/offered-items.ts';
import type { Store } from '../../../src/service/store/store.ts';
import type { createPartner } from '../support/partner.ts';

export const ACCOUNT = '222';

type Partner = ReturnType<typeof createPartner>;

/** Shows a product so many times; the ids of the impressions. Selections over HTTP are limited to 60 a minute. */
export function offer(store: Store, sku: string, count: number): Promise<string[]> {
  return store.transaction(async (tx) => {
    const createdAt = await tx.now();
    const ids = Array.from({ length: count }, () => randomUUID());
    const terms = { linkedProductId: null, unitPrice: 1_000, currency: 'USD', createdAt, terms: undefined };
    for (const cartItemId of ids)
      await insertOfferedItem(tx, { accountId: ACCOUNT, sessionId: 'session', cartItemId, sku, ...terms });
    return ids;
  });
}

/** Asks again, as clients do, where the instance says that it has too much to do; any other answer than one of `statuses` is a fault. */
export async function atLast<Body>(
  ask: () => Promise<{ readonly status: number; readonly body: Body }>,
  statuses: readonly number[] = [200],
): Promise<Body> {
  for (;;) {
    const { status, body } = await ask();
    if (statuses.includes(status)) return body;
    assert.equal(status, 503, JSON.stringify(body));
  }
}

/** How often each outcome is among these answers. */
export function outcomes(answers: readonly ReserveAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of answers.flatMap(({ items }) => items)) {
    const outcome = item.success ? 'held' : item.error.code;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** How many of a product can be taken, from the raw row. */
export async function available(store: Store, sku: string): Promise<number | undefined> {
  const sql = 'SELECT available FROM stock WHERE account_id = $1 AND sku = $2';
  const rows = await store.transaction((tx) => tx.all<{ available: number }>(sql, ACCOUNT, sku));
  return rows[0]?.available;
}

/**
 * One shopper's round: products in any order, held with one instance, and bought, given back or bought and undone with the
 * other. How many calls it took.
 */
export async function shopOnce(
  [one, other]: readonly Partner[],
  store: Store,
  skus: readonly string[],
): Promise<number> {
  assert.ok(one && other);
  const [first, second] = Math.random() < 0.5 ? [one, other] : [other, one];
  const chosen = [...skus].sort(() => Math.random() - 0.5).slice(0, 3);
  const items = [];
  for (const sku of chosen) items.push(...(await offer(store, sku, 1)));
  const cart = randomUUID();
  const asked = items.map((cartItemId) => ({ cartItemId, quantity: 1 + Math.floor(Math.random() * 2) }));
  const body = await atLast(() => first.reserve(cart, asked));
  const held = body.items.filter((item) => item.success);
  const wish = Math.random();
  if (wish < 0.3) {
    await atLast(() => second.release(cart, held));
    return 2;
  }
  if (wish < 0.5) return 1;
  await atLast(() => second.confirm(cart, cart, held));
  if (wish < 0.7) return 2;
  for (const { itemReservationId } of held) await atLast(() => first.cancel(itemReservationId), [200, 422]);
  return 2 + held.length;
}
