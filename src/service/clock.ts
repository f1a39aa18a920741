import type { Transaction } from './store/store.ts';

/** Business time of an account, in ms since the epoch: expiry, retention and due deliveries go by it. */
export interface Clock {
  now(tx: Transaction, accountId: string): Promise<number>;
}

/** The same time for every account: the store's. */
export const storeClock: Clock = { now: (tx) => tx.now() };
