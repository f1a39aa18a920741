import { endHold } from '../store/hold-ends.ts';
import type { Hold } from '../store/holds.ts';
import { returnStock, takeStock } from '../store/stock.ts';
import type { Transaction } from '../store/store.ts';
import type { ReservationContext } from './context.ts';
import { expireDue } from './expire.ts';

/** Takes stock, from holds that are over when there is too little else; false when that does not do either. */
export async function takeOrExpire(
  tx: Transaction,
  context: ReservationContext,
  sku: string,
  quantity: number,
): Promise<boolean> {
  while (!(await takeStock(tx, context.accountId, sku, quantity))) {
    if ((await expireDue(tx, context, sku)) === 0) return false;
  }
  return true;
}

/**
 * Takes the stock of a new hold that comes in the place of the live `old`, and ends that one: only the difference moves.
 * False, and `old` stays as it is, when there is too little.
 */
export async function takeInPlaceOf(
  tx: Transaction,
  context: ReservationContext,
  old: Hold,
  quantity: number,
): Promise<boolean> {
  const { accountId, sku } = old;
  const more = quantity - old.quantity;
  if (more > 0 && !(await takeOrExpire(tx, context, sku, more))) return false;
  if (more < 0) await returnStock(tx, accountId, sku, -more);
  return endHold(tx, old, 'released', context.now);
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
