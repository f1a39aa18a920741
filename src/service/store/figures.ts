import type { Transaction } from './store.ts';

/** What of the tables a metric shows, by account. */
export interface Figures {
  readonly holds: readonly { readonly account: string; readonly live: number }[];
  /** Of products that have a limit. */
  readonly stock: readonly { readonly account: string; readonly sku: string; readonly left: number }[];
  readonly deliveries: readonly {
    readonly account: string;
    readonly provider: string;
    readonly waiting: number;
    /** Those of them that an attempt has failed of. */
    readonly failing: number;
  }[];
  /** Messages that wait for their operator. */
  readonly givenUp: readonly {
    readonly account: string;
    readonly provider: string;
    readonly messages: number;
  }[];
}

/** Counts what is held, left and waiting. Its work grows with these, and not with what is over. */
export async function readFigures(tx: Transaction): Promise<Figures> {
  return {
    holds: await tx.all(
      `SELECT account_id AS account, COUNT(*) AS live FROM hold WHERE state = 'held' GROUP BY account_id`,
    ),
    stock: await tx.all(
      'SELECT account_id AS account, sku, available AS "left" FROM stock WHERE available IS NOT NULL',
    ),
    deliveries: await tx.all(
      `SELECT account_id AS account, provider, COUNT(*) AS waiting, COUNT(last_error) AS failing
      FROM outbox WHERE state = 'waiting' GROUP BY account_id, provider`,
    ),
    givenUp: await tx.all(
      `SELECT account_id AS account, provider, COUNT(*) AS messages
      FROM outbox WHERE state = 'given-up' GROUP BY account_id, provider`,
    ),
  };
}
