import type { SqlValue, Transaction } from '../store.ts';

/** What the rows of an audit are judged by. */
export interface AuditTime {
  /** Before this, in ms since the epoch, messages may have been forgotten: they have been delivered. */
  readonly messagesKeptSince: number;
}

/** One thing that has to be true of the rows, or that an operator should know of them. */
export interface Check {
  /** What has to be true, as a finding names it. */
  readonly rule: string;
  /** A `fault` is an invariant that is broken; a `note` may come right by itself. */
  readonly kind: 'fault' | 'note';
  /** A line for each row that is not so, with its ids. */
  find(tx: Transaction, time: AuditTime): Promise<string[]>;
}

/** A row of a query, by the names that it gives its columns. */
export type Found = Readonly<Record<string, SqlValue>>;

/** A check whose query gives the rows that break the rule; `$1`, where it names one, is {@link AuditTime.messagesKeptSince}. */
export function sqlCheck(
  rule: string,
  sql: string,
  toLine: (row: Found) => string,
  kind: Check['kind'] = 'fault',
): Check {
  return {
    rule,
    kind,
    async find(tx, { messagesKeptSince }) {
      const values = sql.includes('$1') ? [messagesKeptSince] : [];
      return (await tx.all<Found>(sql, ...values)).map(toLine);
    },
  };
}
