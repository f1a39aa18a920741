import type { SqlValue, Transaction } from '../../../src/service/store/store.ts';

/** What a transaction is asked by. */
type Way = 'all' | 'run' | 'lock' | 'lockToDelete';

/** `tx`, which tells of each statement before it runs it. */
export function noting(
  tx: Transaction,
  note: (sql: string, values: readonly SqlValue[], way: Way) => void,
): Transaction {
  const asking =
    (way: Way) =>
    (sql: string, ...values: readonly SqlValue[]) => {
      note(sql, values, way);
      return tx[way](sql, ...values);
    };
  const ways = { all: asking('all'), run: asking('run'), lock: asking('lock') };
  return { ...ways, lockToDelete: asking('lockToDelete'), now: () => tx.now() } as Transaction;
}
