import { findHoldInForce, holdsOfItem, insertHold, type Hold } from '../store/holds.ts';
import { findOfferedItem, type OfferedItem } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';
import { confirmFound } from './confirm-held.ts';
import type { ConfirmError, ConfirmLine, Sale } from './confirm-line.ts';
import type { ReservationContext } from './context.ts';
import { canBeBought, isLive } from './hold-rules.ts';
import { itemError } from './item-error.ts';
import { newHold } from './new-hold.ts';
import { letGo, takeOrExpire } from './take.ts';
import { tellProvider } from './tell-provider.ts';
import { mismatch } from './terms.ts';

/** The sale of a line that names a quantity and no hold, or why it is none. A hold that the item has is used. */
export async function confirmUnheld(
  tx: Transaction,
  context: ReservationContext,
  line: ConfirmLine,
): Promise<Sale | ConfirmError> {
  const { accountId, now } = context;
  const { cartId, orderId, item } = line;
  const current = await findHoldInForce(tx, accountId, cartId, item.cartItemId);
  if (current && (current.state === 'confirmed' || isLive(current, now))) {
    return confirmFound(tx, context, line, current);
  }
  const holds = await holdsOfItem(tx, accountId, item.cartItemId);
  const isUndone = holds.some((hold) => hold.cartId === cartId && hold.orderId === orderId);
  if (isUndone) return itemError('already-cancelled', {});
  const offered = await findOfferedItem(tx, accountId, item.cartItemId);
  if (!offered || !(await canBeBought(tx, offered, now))) return itemError('unknown-cart-item', {});
  return sell(tx, context, line, offered, holds[0], current);
}

/** Takes stock for a line without a hold, at the price of the item's last hold or else of its selection. */
async function sell(
  tx: Transaction,
  context: ReservationContext,
  { cartId, orderId, item }: ConfirmLine,
  offered: OfferedItem,
  last: Hold | undefined,
  due: Hold | undefined,
): Promise<Sale | ConfirmError> {
  const product = context.catalogue.item(offered.sku);
  if (!product || product.fixed?.soldOut || product.fixed?.confirmRefused)
    return itemError('out-of-stock', {});
  const quantity = Number(item.quantity);
  const { minimum, maximum } = product;
  if (quantity < minimum || quantity > maximum)
    return itemError('quantity-out-of-bounds', { minimum, maximum });
  const { unitPrice, currency } = last ?? offered;
  const terms = { quantity, unitPrice, currency };
  const difference = mismatch(terms, item);
  if (difference) return difference;
  const { now } = context;
  if (due) await letGo(tx, due, 'expired', now);
  if (!(await takeOrExpire(tx, context, offered.sku, quantity))) return itemError('out-of-stock', {});
  const sale = {
    ...newHold(context, cartId, offered, product, terms),
    state: 'confirmed' as const,
    expiresAt: now,
    endedAt: now,
    orderId,
    confirmationId: context.newId(),
  };
  await insertHold(tx, sale);
  await tellProvider(tx, context, 'item.confirmed', sale);
  return sale;
}
