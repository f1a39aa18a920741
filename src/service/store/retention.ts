import type { KeptFor } from '../durations.ts';
import { lockAccount } from './accounts.ts';
import type { Transaction } from './store.ts';

/** A kind of rows that is not kept for ever. */
export interface Retention {
  readonly name: keyof KeptFor;
  /** Deletes some of the account's rows that are older than `before`, in ms since the epoch, and tells how many. */
  forget(tx: Transaction, accountId: string, before: number): Promise<number>;
}

/** How many rows one transaction deletes: others do not wait long for it. */
export const FORGOTTEN_AT_ONCE = 500;

const forgetBy =
  (sql: string) =>
  async (tx: Transaction, accountId: string, before: number): Promise<number> => {
    // One at a time: two sweepers would delete the same rows in different orders.
    await lockAccount(tx, accountId);
    return tx.run(sql, accountId, before, FORGOTTEN_AT_ONCE);
  };

/** What is forgotten. Confirmed and cancelled items, orders, and messages that were given up, stay. */
export const retentions: readonly Retention[] = [
  {
    name: 'selections',
    // What a hold names can still be bought.
    forget: forgetBy(
      `DELETE FROM offered_item WHERE account_id = $1 AND cart_item_id IN (
        SELECT cart_item_id FROM offered_item AS old
        WHERE old.account_id = $1 AND old.created_at < $2 AND NOT EXISTS (
          SELECT 1 FROM hold
          WHERE hold.account_id = old.account_id AND hold.cart_item_id = old.cart_item_id AND hold.state = 'held'
        )
        LIMIT $3
      )`,
    ),
  },
  {
    name: 'answers',
    forget: forgetBy(
      `DELETE FROM answered_request WHERE account_id = $1 AND idempotency_key IN (
        SELECT idempotency_key FROM answered_request WHERE account_id = $1 AND created_at < $2 LIMIT $3
      ) AND created_at < $2`,
    ),
  },
  {
    name: 'holds',
    forget: forgetBy(
      `DELETE FROM hold WHERE reservation_id IN (
        SELECT reservation_id FROM hold
        WHERE account_id = $1 AND state IN ('released', 'expired') AND ended_at < $2 LIMIT $3
      )`,
    ),
  },
  {
    name: 'messages',
    forget: forgetBy(
      `DELETE FROM outbox WHERE message_id IN (
        SELECT message_id FROM outbox
        WHERE account_id = $1 AND state IN ('delivered', 'dropped') AND ended_at < $2 LIMIT $3
      )`,
    ),
  },
];
