import type { Transaction } from './store/store.ts';

/** What time it is in an account's business: when holds end, and what every `…Utc` and `Date` says. */
export interface Clock {
  /** In ms since the epoch. */
  now(tx: Transaction, accountId: string): Promise<number>;
}

/** The store's own time, for every account. */
export const storeClock: Clock = { now: (tx) => tx.now() };
