import type { Transaction } from '../store/store.ts';
import { confirmHold } from '../store/hold-ends.ts';
import type { Hold } from '../store/holds.ts';
import type { ConfirmError, ConfirmLine, Sale } from './confirm-line.ts';
import { toSale } from './confirm-line.ts';
import type { ReservationContext } from './context.ts';
import { isLive } from './hold-rules.ts';
import { itemError } from './item-error.ts';
import { findNamedHold, isOfLine } from './named-hold.ts';
import { tellProvider } from './tell-provider.ts';
import { mismatch } from './terms.ts';
import { toUtc } from './utc.ts';

/** The sale of the hold that the line names, or why it is none. */
export async function confirmHeld(
  tx: Transaction,
  context: ReservationContext,
  line: ConfirmLine,
  itemReservationId: string,
): Promise<Sale | ConfirmError> {
  const hold = await findNamedHold(tx, context.accountId, itemReservationId);
  if (!hold || !isOfLine(hold, line.cartId, line.item.cartItemId))
    return itemError('unknown-reservation', {});
  return confirmFound(tx, context, line, hold);
}

/** The sale of a hold that is known to be the line's, or why it is none. */
export async function confirmFound(
  tx: Transaction,
  context: ReservationContext,
  { orderId, item }: ConfirmLine,
  hold: Hold,
): Promise<Sale | ConfirmError> {
  if (hold.state === 'cancelled') return itemError('already-cancelled', {});
  if (hold.state === 'released') return itemError('reservation-released', {});
  const sale = toSale(hold);
  if (sale)
    return sale.orderId === orderId ? sale : itemError('already-confirmed', { orderId: sale.orderId });
  const { now, catalogue } = context;
  if (!isLive(hold, now) || catalogue.item(hold.sku)?.fixed?.confirmRefused) {
    return itemError('reservation-expired', { expirationDateTimeUtc: toUtc(hold.expiresAt) });
  }
  const difference = mismatch(hold, item);
  if (difference) return difference;
  const made = {
    ...hold,
    state: 'confirmed' as const,
    endedAt: now,
    orderId,
    confirmationId: context.newId(),
  };
  await confirmHold(tx, made);
  await tellProvider(tx, context, 'item.confirmed', made);
  return made;
}
