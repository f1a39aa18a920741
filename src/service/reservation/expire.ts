import { expireHolds, skusWithDueHolds } from '../store/hold-ends.ts';
import { lockStock, returnStock } from '../store/stock.ts';
import type { Store, Transaction } from '../store/store.ts';

/** How many holds are expired at a time: others wait for the transaction meanwhile. */
export const EXPIRED_AT_ONCE = 500;

/** Ends holds on a product that are over by `now`, 500 at most, and puts their stock back. How many. Its stock row is locked already. */
export async function expireDue(
  tx: Transaction,
  { accountId, now }: { readonly accountId: string; readonly now: number },
  sku: string,
): Promise<number> {
  const quantities = await expireHolds(tx, accountId, sku, now, EXPIRED_AT_ONCE);
  const total = quantities.reduce((sum, quantity) => sum + quantity, 0);
  if (total > 0) await returnStock(tx, accountId, sku, total);
  return quantities.length;
}

/**
 * Ends every hold of the account that is over, one product and 500 holds a transaction, and tells how many. Housekeeping:
 * a hold is over at its time, swept or not.
 *
 * @param clock the account's business time
 */
export async function sweepHolds(
  store: Store,
  accountId: string,
  clock: (tx: Transaction) => Promise<number>,
): Promise<number> {
  const skus = await store.transaction(async (tx) => skusWithDueHolds(tx, accountId, await clock(tx)));
  let total = 0;
  for (const sku of skus) {
    let expired: number;
    do {
      expired = await store.transaction(async (tx) => {
        await lockStock(tx, accountId, [sku]);
        return expireDue(tx, { accountId, now: await clock(tx) }, sku);
      });
      total += expired;
    } while (expired === EXPIRED_AT_ONCE);
  }
  return total;
}
