import type { ConfirmRequest, UnconfirmedItem } from '../../contract/wire.ts';
import { confirmHold } from '../store/hold-ends.ts';
import { findHoldInForce, holdsOfItem, insertHold, type Hold } from '../store/holds.ts';
import { findOfferedItem, type OfferedItem } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';
import type { ReservationContext } from './context.ts';
import { refused, type Result } from './each-line.ts';
import { canBeBought, findNamedHold, isLive, isOfLine, newHold, type Sale, toSale } from './holding.ts';
import { letGo, takeOrExpire } from './stock-moves.ts';
import { tellProvider } from './tell-provider.ts';
import { mismatch, toUtc } from './terms.ts';

/** One item of a confirm, by its hold or by a quantity. */
export type ConfirmItem = ConfirmRequest['items'][number];

/** The sale that a line comes to. */
export type Sold = Result<{ readonly sale: Sale }, UnconfirmedItem['error']>;

/** One item of an order. */
interface OrderLine {
  readonly cartId: string;
  readonly orderId: string;
  readonly item: ConfirmItem;
}

/** The sale of the hold that the line names. */
export async function confirmHeld(
  tx: Transaction,
  context: ReservationContext,
  line: OrderLine,
  itemReservationId: string,
): Promise<Sold> {
  const hold = await findNamedHold(tx, context.accountId, itemReservationId);
  if (!hold || !isOfLine(hold, line.cartId, line.item.cartItemId)) return refused('unknown-reservation', {});
  return confirmFound(tx, context, line, hold);
}

/** The sale of a line that names a quantity and no hold. A hold that the item has is used. */
export async function confirmUnheld(
  tx: Transaction,
  context: ReservationContext,
  line: OrderLine,
): Promise<Sold> {
  const { accountId, now } = context;
  const { cartId, orderId, item } = line;
  const current = await findHoldInForce(tx, accountId, cartId, item.cartItemId);
  if (current && (current.state === 'confirmed' || isLive(current, now))) {
    const sold = await confirmFound(tx, context, line, current);
    // Without the hold's id, only the terms say that it is the same sale again.
    return (sold.ok && mismatch(sold.sale, item)) || sold;
  }
  const holds = await holdsOfItem(tx, accountId, item.cartItemId);
  const isUndone = holds.some((hold) => hold.cartId === cartId && hold.orderId === orderId);
  if (isUndone) return refused('already-cancelled', {});
  const offered = await findOfferedItem(tx, accountId, item.cartItemId);
  if (!offered || !(await canBeBought(tx, offered, now))) return refused('unknown-cart-item', {});
  return sell(tx, context, line, offered, holds[0], current);
}

/** The sale of a hold that is known to be the line's. */
async function confirmFound(
  tx: Transaction,
  context: ReservationContext,
  { orderId, item }: OrderLine,
  hold: Hold,
): Promise<Sold> {
  if (hold.state === 'cancelled') return refused('already-cancelled', {});
  if (hold.state === 'released') return refused('reservation-released', {});
  const earlier = toSale(hold);
  if (earlier?.orderId === orderId) return { ok: true, sale: earlier };
  if (earlier) return refused('already-confirmed', { orderId: earlier.orderId });
  const { now } = context;
  if (!isLive(hold, now) || context.testItem?.('confirm', hold.sku)?.isRefused) {
    return refused('reservation-expired', { expirationDateTimeUtc: toUtc(hold.expiresAt) });
  }
  const difference = mismatch(hold, item);
  if (difference) return difference;
  const sale = toSaleAt(context, hold, orderId);
  await confirmHold(tx, sale);
  await tellProvider(tx, context, 'item.confirmed', sale);
  return { ok: true, sale };
}

/** Takes stock for a line without a hold, at the price of the item's last hold or else of its selection. */
async function sell(
  tx: Transaction,
  context: ReservationContext,
  { cartId, orderId, item }: OrderLine,
  offered: OfferedItem,
  last: Hold | undefined,
  due: Hold | undefined,
): Promise<Sold> {
  const { sku } = offered;
  const product = context.catalogue.item(sku);
  if (!product || context.testItem?.('sell', sku)?.isRefused) return refused('out-of-stock', {});
  const quantity = Number(item.quantity);
  const { minimum, maximum } = product;
  if (quantity < minimum || quantity > maximum)
    return refused('quantity-out-of-bounds', { minimum, maximum });
  const { unitPrice, currency } = last ?? offered;
  const terms = { quantity, unitPrice, currency };
  const difference = mismatch(terms, item);
  if (difference) return difference;
  if (due) await letGo(tx, due, 'expired', context.now);
  if (!(await takeOrExpire(tx, context, sku, quantity))) return refused('out-of-stock', {});
  const hold = { ...newHold(context, cartId, offered, product, terms), expiresAt: context.now };
  const sale = toSaleAt(context, hold, orderId);
  await insertHold(tx, sale);
  await tellProvider(tx, context, 'item.confirmed', sale);
  return { ok: true, sale };
}

function toSaleAt({ now, newId }: ReservationContext, hold: Hold, orderId: string): Sale {
  return { ...hold, state: 'confirmed', endedAt: now, orderId, confirmationId: newId() };
}
