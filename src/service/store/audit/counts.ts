import type { Transaction } from '../store.ts';

/** How many rows an audit has looked at, by what they are. */
export interface Counted {
  /** Who sells. */
  readonly accounts: number;
  /** Products with stock, of all accounts. */
  readonly products: number;
  /** Items that are held now. */
  readonly held: number;
  /** Items that were bought. */
  readonly confirmed: number;
  /** Items that were held and are neither: released, expired or cancelled. */
  readonly ended: number;
  /** Orders with a confirmed item. */
  readonly orders: number;
  /** Messages to providers, delivered or not. */
  readonly messages: number;
  /** Answers that are kept for calls with an idempotency key. */
  readonly answers: number;
}

/** How many rows there are. */
export async function countRows(tx: Transaction): Promise<Counted> {
  const [counted] = await tx.all<Counted>(
    `SELECT (SELECT COUNT(*) FROM account) AS accounts,
      (SELECT COUNT(*) FROM stock) AS products,
      (SELECT COUNT(*) FROM hold WHERE state = 'held') AS held,
      (SELECT COUNT(*) FROM hold WHERE state = 'confirmed') AS confirmed,
      (SELECT COUNT(*) FROM hold WHERE state NOT IN ('held', 'confirmed')) AS ended,
      (SELECT COUNT(*) FROM placed_order) AS orders,
      (SELECT COUNT(*) FROM outbox) AS messages,
      (SELECT COUNT(*) FROM answered_request) AS answers`,
  );
  if (!counted) throw new Error('expected one row of counts, got none');
  return { ...counted };
}
