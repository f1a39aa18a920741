import { lockStock } from './stock.ts';
import type { SqlValue, Transaction } from './store.ts';

/** Everything that has happened to an account, as the tables have it. */
export interface AccountRows {
  readonly stock: readonly Row[];
  readonly holds: readonly Row[];
  readonly orders: readonly Row[];
  readonly messages: readonly Row[];
}

/** A row of a table, by its columns. */
export type Row = Readonly<Record<string, SqlValue>>;

/** The rows of an account, the newest 1,000 of each kind first. */
export async function accountRows(tx: Transaction, accountId: string): Promise<AccountRows> {
  return {
    stock: await tx.all<Row>('SELECT * FROM stock WHERE account_id = $1 ORDER BY sku', accountId),
    holds: await tx.all<Row>(
      'SELECT * FROM hold WHERE account_id = $1 ORDER BY reservation_id DESC LIMIT 1000',
      accountId,
    ),
    orders: await tx.all<Row>(
      'SELECT * FROM placed_order WHERE account_id = $1 ORDER BY created_at DESC LIMIT 1000',
      accountId,
    ),
    messages: await tx.all<Row>(
      'SELECT * FROM outbox WHERE account_id = $1 ORDER BY message_id DESC LIMIT 1000',
      accountId,
    ),
  };
}

/** Forgets all that has happened to an account; who it is, and its keys, stay. */
export async function deleteAccountRows(tx: Transaction, accountId: string): Promise<void> {
  // In the order in which calls take their rows: the key, then the stock.
  await tx.run('DELETE FROM answered_request WHERE account_id = $1', accountId);
  const stock = await tx.all<{ sku: string }>('SELECT sku FROM stock WHERE account_id = $1', accountId);
  await lockStock(
    tx,
    accountId,
    stock.map(({ sku }) => sku),
  );
  await tx.run('DELETE FROM receiver WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM outbox WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM placed_order WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM hold WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM offered_item WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM stock WHERE account_id = $1', accountId);
}
