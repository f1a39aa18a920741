import type { ReleaseAnswer, ReleaseItem, ReleaseRequest, UnreleasedItem } from '../../contract/wire.ts';
import type { Transaction } from '../store/store.ts';
import type { ReservationContext } from './context.ts';
import { eachLine, refused, type Result } from './each-line.ts';
import { findNamedHold, findNamedProduct, isLive, isOfLine } from './holding.ts';
import { letGo } from './stock-moves.ts';
import { findSaleOf } from './succession.ts';

/**
 * Ends holds before their time, item by item. One that is over already stays as it is.
 *
 * @throws {Refusal} `duplicate-cart-item`
 */
export async function release(
  tx: Transaction,
  context: ReservationContext,
  { cartId, items }: ReleaseRequest,
): Promise<ReleaseAnswer> {
  const { accountId } = context;
  const find = (item: ReleaseItem) => findNamedProduct(tx, accountId, item.itemReservationId);
  const answers = await eachLine(tx, accountId, items, find, async (item) => {
    const { cartItemId, itemReservationId } = item;
    const released = await releaseLine(tx, context, cartId, item);
    if (released.ok) return { cartItemId, itemReservationId, success: true as const };
    return { cartItemId, itemReservationId, success: false as const, error: released.error };
  });
  return { cartId, items: answers };
}

async function releaseLine(
  tx: Transaction,
  { accountId, now }: ReservationContext,
  cartId: string,
  { cartItemId, itemReservationId }: ReleaseItem,
): Promise<Result<object, UnreleasedItem['error']>> {
  const hold = await findNamedHold(tx, accountId, itemReservationId);
  if (!hold || !isOfLine(hold, cartId, cartItemId)) return refused('unknown-reservation', {});
  const sale = await findSaleOf(tx, hold);
  if (sale?.state === 'cancelled') return refused('already-cancelled', {});
  if (sale) return refused('already-confirmed', { orderId: sale.orderId });
  if (isLive(hold, now)) await letGo(tx, hold, 'released', now);
  return { ok: true };
}
