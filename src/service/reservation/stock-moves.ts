import { endHold, expireHolds, skusWithDueHolds } from '../store/hold-ends.ts';
import type { Hold } from '../store/holds.ts';
import { lockStock, returnStock, takeStock } from '../store/stock.ts';
import type { Store, Transaction } from '../store/store.ts';

/** How many holds are expired at a time: others wait for the transaction meanwhile. */
const EXPIRED_AT_ONCE = 500;

/** Whose stock, and the account's business time. */
interface Asker {
  readonly accountId: string;
  readonly now: number;
}

/** Takes stock, from holds that are over when there is too little else; false when that does not do either. */
async function takeOrExpire(tx: Transaction, asker: Asker, sku: string, quantity: number): Promise<boolean> {
  while (!(await takeStock(tx, asker.accountId, sku, quantity))) {
    if ((await expireDue(tx, asker, sku)) === 0) return false;
  }
  return true;
}

/**
 * Takes the stock of the hold `made` that comes in the place of the live `olds`, and ends those: only the difference moves.
 * Those of the same cart know their successor. False, and they stay as they are, when there is too little.
 */
export async function takeInPlaceOf(
  tx: Transaction,
  asker: Asker,
  olds: readonly Hold[],
  made: Hold,
): Promise<boolean> {
  const { accountId, sku, cartId, reservationId } = made;
  const before = olds.reduce((sum, { quantity }) => sum + quantity, 0);
  const more = made.quantity - before;
  if (more > 0 && !(await takeOrExpire(tx, asker, sku, more))) return false;
  if (more < 0) await returnStock(tx, accountId, sku, -more);
  for (const old of olds)
    await endHold(tx, old, 'released', asker.now, old.cartId === cartId ? reservationId : null);
  return true;
}

/** Ends a hold and puts its stock back. */
export async function letGo(
  tx: Transaction,
  hold: Hold,
  state: 'released' | 'expired',
  now: number,
): Promise<void> {
  if (await endHold(tx, hold, state, now)) await returnStock(tx, hold.accountId, hold.sku, hold.quantity);
}

/** Ends holds on a product that are over, 500 at most, and puts their stock back. How many. Its stock row is locked already. */
async function expireDue(tx: Transaction, { accountId, now }: Asker, sku: string): Promise<number> {
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
