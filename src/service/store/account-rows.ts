import { lockStock } from './stock.ts';
import type { SqlValue, Transaction } from './store.ts';

/** Everything that has happened to an account, as the tables have it. */
export interface AccountRows {
  /** What is left of each product. */
  readonly stock: readonly Row[];
  /** What is, or was, reserved: one row an item, in each state. */
  readonly holds: readonly Row[];
  /** What was confirmed, a row an order. */
  readonly orders: readonly Row[];
  /** What providers were, or are to be, told. */
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

/** What would be lost with an account: what shoppers hold now, and what providers have not been told. */
export async function unfinishedOf(
  tx: Transaction,
  accountId: string,
): Promise<{ holds: number; messages: number }> {
  const holds = await countOf(
    tx,
    `SELECT COUNT(*) AS count FROM hold WHERE account_id = $1 AND state = 'held' AND expires_at > $2`,
    accountId,
    await tx.now(),
  );
  const messages = await countOf(
    tx,
    `SELECT COUNT(*) AS count FROM outbox WHERE account_id = $1 AND state IN ('waiting', 'given-up')`,
    accountId,
  );
  return { holds, messages };
}

async function countOf(tx: Transaction, sql: string, ...values: readonly SqlValue[]): Promise<number> {
  const [row] = await tx.all<{ count: number }>(sql, ...values);
  return row?.count ?? 0;
}

/** How many rows of an account were deleted. */
export interface DeletedRows {
  readonly messages: number;
  readonly orders: number;
  readonly holds: number;
  readonly products: number;
}

/** Forgets all that has happened to an account; who it is, and its keys, stay. */
export async function deleteAccountRows(tx: Transaction, accountId: string): Promise<DeletedRows> {
  // In the order in which calls take their rows: the key, then the stock.
  await tx.run('DELETE FROM answered_request WHERE account_id = $1', accountId);
  const stock = await tx.all<{ sku: string }>('SELECT sku FROM stock WHERE account_id = $1', accountId);
  await lockStock(
    tx,
    accountId,
    stock.map(({ sku }) => sku),
  );
  await tx.run('DELETE FROM receiver WHERE account_id = $1', accountId);
  const messages = await tx.run('DELETE FROM outbox WHERE account_id = $1', accountId);
  const orders = await tx.run('DELETE FROM placed_order WHERE account_id = $1', accountId);
  const holds = await tx.run('DELETE FROM hold WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM offered_item WHERE account_id = $1', accountId);
  const products = await tx.run('DELETE FROM stock WHERE account_id = $1', accountId);
  return { messages, orders, holds, products };
}

/** How many rows of an account that is no more were deleted. */
export interface RemovedRows extends DeletedRows {
  readonly keys: number;
}

/** Forgets an account, and all that has happened to it. */
export async function removeAccountRows(tx: Transaction, accountId: string): Promise<RemovedRows> {
  const deleted = await deleteAccountRows(tx, accountId);
  const keys = await tx.run('DELETE FROM account_key WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM account_tag WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM account_origin WHERE account_id = $1', accountId);
  await tx.run('DELETE FROM account WHERE account_id = $1', accountId);
  return { ...deleted, keys };
}
