import { findHold, type Hold } from '../store/holds.ts';
import type { Transaction } from '../store/store.ts';
import { toReservationId } from './reservation-id.ts';

/** The account's hold of this id on the wire, in any state; undefined for what is no such id. */
export async function findNamedHold(
  tx: Transaction,
  accountId: string,
  itemReservationId: string,
): Promise<Hold | undefined> {
  const reservationId = toReservationId(itemReservationId);
  return reservationId === undefined ? undefined : findHold(tx, accountId, reservationId);
}

/** Whether the hold is this cart's, on this item. */
export function isOfLine(hold: Hold, cartId: string, cartItemId: string): boolean {
  return hold.cartId === cartId && hold.cartItemId === cartItemId;
}
