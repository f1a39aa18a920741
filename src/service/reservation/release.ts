import type {
  ReleaseAnswer,
  ReleasedItem,
  ReleaseItem,
  ReleaseRequest,
  UnreleasedItem,
} from '../../contract/wire.ts';
import { lockStock } from '../store/stock.ts';
import type { Transaction } from '../store/store.ts';
import { toSale } from './confirm-line.ts';
import type { ReservationContext } from './context.ts';
import { isLive } from './hold-rules.ts';
import { itemError } from './item-error.ts';
import { findNamedHold, isOfLine } from './named-hold.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';
import { letGo } from './take.ts';

/**
 * Ends holds before their time, item by item. One that is over already stays as it is.
 *
 * @throws {RequestRefused} `duplicate-cart-item`
 */
export async function release(
  tx: Transaction,
  context: ReservationContext,
  { cartId, items }: ReleaseRequest,
): Promise<ReleaseAnswer> {
  refuseDuplicates(items);
  const skus = new Set<string>();
  for (const { itemReservationId } of items) {
    const hold = await findNamedHold(tx, context.accountId, itemReservationId);
    if (hold) skus.add(hold.sku);
  }
  await lockStock(tx, context.accountId, skus);
  const answers: (ReleasedItem | UnreleasedItem)[] = [];
  for (const { cartItemId, itemReservationId } of items) {
    const error = await releaseLine(tx, context, cartId, { cartItemId, itemReservationId });
    answers.push({
      cartItemId,
      itemReservationId,
      ...(error ? { success: false, error } : { success: true }),
    });
  }
  return { cartId, items: answers };
}

/** Why the hold of a line could not be ended; undefined once it is over. */
async function releaseLine(
  tx: Transaction,
  { accountId, now }: ReservationContext,
  cartId: string,
  { cartItemId, itemReservationId }: ReleaseItem,
): Promise<UnreleasedItem['error'] | undefined> {
  const hold = await findNamedHold(tx, accountId, itemReservationId);
  if (!hold || !isOfLine(hold, cartId, cartItemId)) return itemError('unknown-reservation', {});
  if (hold.state === 'cancelled') return itemError('already-cancelled', {});
  const sale = toSale(hold);
  if (sale) return itemError('already-confirmed', { orderId: sale.orderId });
  if (isLive(hold, now)) await letGo(tx, hold, 'released', now);
  return undefined;
}
