import type { Transaction } from './store.ts';

/**
 * Takes the stock rows of `skus` for this transaction, in the order of their SKUs. Whoever touches holds does so first:
 * in any other order two transactions could wait for each other.
 */
export async function lockStock(tx: Transaction, accountId: string, skus: Iterable<string>): Promise<void> {
  for (const sku of [...new Set(skus)].sort()) {
    await tx.lock('SELECT sku FROM stock WHERE account_id = $1 AND sku = $2', accountId, sku);
  }
}

/** Takes `quantity` out of the stock; false, and nothing is changed, when there is less. */
export async function takeStock(
  tx: Transaction,
  accountId: string,
  sku: string,
  quantity: number,
): Promise<boolean> {
  const taken = await tx.run(
    `UPDATE stock SET available = available - $3
    WHERE account_id = $1 AND sku = $2 AND (available IS NULL OR available >= $3)`,
    accountId,
    sku,
    quantity,
  );
  return taken === 1;
}

/** Puts `quantity` back into the stock. */
export async function returnStock(
  tx: Transaction,
  accountId: string,
  sku: string,
  quantity: number,
): Promise<void> {
  await tx.run(
    'UPDATE stock SET available = available + $3 WHERE account_id = $1 AND sku = $2',
    accountId,
    sku,
    quantity,
  );
}

/**
 * Says how many there ever were of a product, null for no limit; what is held and sold stays so. False, and nothing is
 * changed, when more than `supplied` are held or sold.
 */
export async function supplyStock(
  tx: Transaction,
  accountId: string,
  sku: string,
  supplied: number | null,
): Promise<boolean> {
  const made = await tx.run(
    `INSERT INTO stock (account_id, sku, supplied, available) VALUES ($1, $2, $3, $3)
    ON CONFLICT (account_id, sku) DO NOTHING`,
    accountId,
    sku,
    supplied,
  );
  if (made === 1) return true;
  const available = supplied === null ? null : supplied - (await takenStock(tx, accountId, sku));
  if (available !== null && available < 0) return false;
  await tx.run(
    'UPDATE stock SET supplied = $3, available = $4 WHERE account_id = $1 AND sku = $2',
    accountId,
    sku,
    supplied,
    available,
  );
  return true;
}

/** How many of the product are held or sold, from its locked row: counted only where no limit was kept that tells. */
async function takenStock(tx: Transaction, accountId: string, sku: string): Promise<number> {
  const [stock] = await tx.lock<{ supplied: number | null; available: number | null }>(
    'SELECT supplied, available FROM stock WHERE account_id = $1 AND sku = $2',
    accountId,
    sku,
  );
  if (stock && stock.supplied !== null && stock.available !== null) return stock.supplied - stock.available;
  const [counted] = await tx.all<{ taken: number }>(
    `SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) AS taken FROM hold
    WHERE account_id = $1 AND sku = $2 AND state IN ('held', 'confirmed')`,
    accountId,
    sku,
  );
  return counted?.taken ?? 0;
}
