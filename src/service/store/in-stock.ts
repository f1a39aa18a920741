import type { Transaction } from './store.ts';

/** True when `quantity` of a product could be taken now: what is over by `now` and still held counts as free. */
export async function isInStock(
  tx: Transaction,
  accountId: string,
  sku: string,
  quantity: number,
  now: number,
): Promise<boolean> {
  const [stock] = await tx.all<{ available: number | null }>(
    'SELECT available FROM stock WHERE account_id = $1 AND sku = $2',
    accountId,
    sku,
  );
  if (!stock) return false;
  if (stock.available === null || stock.available >= quantity) return true;
  const [due] = await tx.all<{ quantity: number }>(
    `SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) AS quantity FROM hold
    WHERE account_id = $1 AND sku = $2 AND state = 'held' AND expires_at <= $3`,
    accountId,
    sku,
    now,
  );
  return stock.available + (due?.quantity ?? 0) >= quantity;
}
