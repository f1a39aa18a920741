import type { HoldSuccessor } from '../../contract/wire.ts';
import { keptInMajorUnits } from '../kept-prices.ts';
import { findHold, findSuccessor, type Hold } from '../store/holds.ts';
import type { Transaction } from '../store/store.ts';
import { type Sale, toItemReservationId, toSale } from './holding.ts';

/**
 * The last of the holds that fresh impressions have put in the place of `hold`, in any state. Undefined where none has: one
 * that was changed under its own id is over.
 */
export async function findTakenOverBy(tx: Transaction, hold: Hold): Promise<Hold | undefined> {
  if (hold.successorId === null) return undefined;
  const next = await findHold(tx, hold.accountId, hold.successorId);
  return next?.cartItemId === hold.cartItemId ? undefined : findSuccessor(tx, hold);
}

/** The sale that a hold is or was, or that it was confirmed as after a fresh impression had taken it over. */
export async function findSaleOf(tx: Transaction, hold: Hold): Promise<Sale | undefined> {
  const successor = await findTakenOverBy(tx, hold);
  if (!successor) return toSale(hold);
  return successor.confirmedAs === hold.reservationId ? toSale(successor) : undefined;
}

/** True when one hold is as good as the other to whoever was charged for that. */
export function hasTermsOf(one: Hold, other: Hold): boolean {
  return (
    one.quantity === other.quantity && one.unitPrice === other.unitPrice && one.currency === other.currency
  );
}

/** A hold for whoever names one that it has taken over. */
export function toSuccessor({
  reservationId,
  cartItemId,
  quantity,
  unitPrice,
  currency,
}: Hold): HoldSuccessor {
  return {
    itemReservationId: toItemReservationId(reservationId),
    cartItemId,
    quantity,
    unitPrice: keptInMajorUnits(unitPrice, currency),
  };
}
