import type { CancelAnswer, CancelRequest } from '../../contract/wire.ts';
import { Refusal } from '../refusal.ts';
import { cancelHold } from '../store/hold-ends.ts';
import { lockStock, returnStock } from '../store/stock.ts';
import type { Transaction } from '../store/store.ts';
import type { ReservationContext } from './context.ts';
import { findNamedHold, toItemReservationId } from './holding.ts';
import { findSaleOf } from './succession.ts';
import { tellProvider } from './tell-provider.ts';

/**
 * Undoes a sale: its stock goes back and its provider is told. Done again, it changes nothing.
 *
 * @throws {Refusal} `unknown-reservation` or `not-confirmed`
 */
export async function cancel(
  tx: Transaction,
  context: ReservationContext,
  { itemReservationId }: CancelRequest,
): Promise<CancelAnswer> {
  const { accountId, now } = context;
  const found = await findNamedHold(tx, accountId, itemReservationId);
  if (!found) throw new Refusal('unknown-reservation', {});
  await lockStock(tx, accountId, [found.sku]);
  // Read again: until now another transaction may have had the row.
  const hold = (await findNamedHold(tx, accountId, itemReservationId)) ?? found;
  const sale = await findSaleOf(tx, hold);
  if (!sale) throw new Refusal('not-confirmed', {});
  if (await cancelHold(tx, sale.reservationId, now)) {
    await returnStock(tx, accountId, sale.sku, sale.quantity);
    await tellProvider(tx, context, 'item.cancelled', sale);
  }
  return { itemReservationId: toItemReservationId(sale.reservationId), success: true };
}
