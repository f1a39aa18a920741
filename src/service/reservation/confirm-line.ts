import type { ConfirmRequest, UnconfirmedItem } from '../../contract/wire.ts';
import { confirmHold } from '../store/hold-ends.ts';
import { findHoldInForce, type Hold, holdsOfCart, holdsOfItem, insertHold } from '../store/holds.ts';
import { findOfferedItem } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';
import type { ReservationContext } from './context.ts';
import { refused, type Result } from './each-line.ts';
import {
  canBeBought,
  findNamedHold,
  isInForce,
  isLive,
  isOfLine,
  newHold,
  type Sale,
  toSale,
} from './holding.ts';
import { type OnSale, outOfBounds, toOnSale } from './on-sale.ts';
import { letGo, takeInPlaceOf } from './stock-moves.ts';
import { findTakenOverBy, hasTermsOf, toSuccessor } from './succession.ts';
import { tellProvider } from './tell-provider.ts';
import { mismatch, toUtc } from './terms.ts';

/** One item of a confirm, by its hold or by a quantity. */
export type ConfirmItem = ConfirmRequest['items'][number];

/** The sale that a line comes to. */
export type Sold = Result<{ readonly sale: Sale }, UnconfirmedItem['error']>;

/** One item of an order. */
export interface OrderLine {
  readonly cartId: string;
  readonly orderId: string;
  readonly item: ConfirmItem;
  /** Whether a line of the order means this hold under its own id. */
  readonly isNamed: (hold: Hold) => boolean;
}

/** The sale of the hold that the line names, or of the one that has taken it over. */
export async function confirmHeld(
  tx: Transaction,
  context: ReservationContext,
  line: OrderLine,
  itemReservationId: string,
): Promise<Sold> {
  const hold = await findNamedHold(tx, context.accountId, itemReservationId);
  if (!hold || !isOfLine(hold, line.cartId, line.item.cartItemId)) return refused('unknown-reservation', {});
  const successor = await findTakenOverBy(tx, hold);
  if (!successor) return confirmFound(tx, context, line, hold);
  const isItsSale = successor.confirmedAs === hold.reservationId;
  const isAsGood = isLive(successor, context.now) && hasTermsOf(successor, hold);
  if (line.isNamed(successor) || !(isItsSale || isAsGood))
    return refused('reservation-released', toSuccessor(successor));
  return confirmFound(tx, context, line, successor, hold.reservationId);
}

/** The sale of a line that names a quantity and no hold. A hold that the item has is used, also another cart's. */
export async function confirmUnheld(
  tx: Transaction,
  context: ReservationContext,
  line: OrderLine,
): Promise<Sold> {
  const { accountId, now } = context;
  const { cartId, orderId, item } = line;
  const current = await findHoldInForce(tx, accountId, cartId, item.cartItemId);
  const inForce = current && isInForce(current, now) ? current : undefined;
  if (inForce?.cartId === cartId) {
    const sold = await confirmFound(tx, context, line, inForce);
    // Without the hold's id, only the terms say that it is the same sale again.
    return (sold.ok && mismatch(sold.sale, item)) || sold;
  }
  if (inForce?.state === 'confirmed') return refused('already-confirmed', {});
  const difference = inForce && mismatch(inForce, item);
  if (difference) return difference;
  const holds = await holdsOfItem(tx, accountId, item.cartItemId);
  const isUndone = holds.some((hold) => hold.cartId === cartId && hold.orderId === orderId);
  if (isUndone) return refused('already-cancelled', {});
  const offered = await findOfferedItem(tx, accountId, item.cartItemId);
  if (!offered || !(await canBeBought(tx, offered, context))) return refused('unknown-cart-item', {});
  const onSale = toOnSale(context, offered);
  if (!onSale) return refused('out-of-stock', {});
  return sell(tx, context, line, onSale, { last: holds[0], current });
}

/** The sale of a hold that is known to be the line's, or its successor. */
async function confirmFound(
  tx: Transaction,
  context: ReservationContext,
  { orderId, item }: OrderLine,
  hold: Hold,
  confirmedAs: string | null = null,
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
  const sale = { ...toSaleAt(context, hold, orderId), confirmedAs };
  await confirmHold(tx, sale);
  await tellProvider(tx, context, 'item.confirmed', sale);
  return { ok: true, sale };
}

/**
 * Takes stock for a line without a hold of its cart, at the price of the item's last hold or else of its selection.
 *
 * @param held the item's `last` hold, and the `current` one: another cart's that lives, which this sale takes over, or one that is due
 */
async function sell(
  tx: Transaction,
  context: ReservationContext,
  { cartId, orderId, item }: OrderLine,
  onSale: OnSale,
  held: { readonly last: Hold | undefined; readonly current: Hold | undefined },
): Promise<Sold> {
  const { accountId, now } = context;
  const { last, current } = held;
  const { sku } = onSale.item;
  if (context.testItem?.('sell', sku)?.isRefused) return refused('out-of-stock', {});
  const quantity = Number(item.quantity);
  const ofCart = await holdsOfCart(tx, accountId, cartId, sku);
  const excess = outOfBounds(
    quantity,
    onSale,
    ofCart.filter((one) => isInForce(one, now)),
  );
  if (excess) return excess;
  const { unitPrice, currency } = last ?? onSale.item;
  const terms = { quantity, unitPrice, currency };
  const difference = mismatch(terms, item);
  if (difference) return difference;
  const olds = current && isLive(current, now) ? [current] : [];
  if (current && olds.length === 0) await letGo(tx, current, 'expired', now);
  const hold = { ...newHold(context, cartId, onSale, terms), expiresAt: now };
  if (!(await takeInPlaceOf(tx, context, olds, hold))) return refused('out-of-stock', {});
  const sale = toSaleAt(context, hold, orderId);
  await insertHold(tx, sale);
  await tellProvider(tx, context, 'item.confirmed', sale);
  return { ok: true, sale };
}

function toSaleAt({ now, newId }: ReservationContext, hold: Hold, orderId: string): Sale {
  return { ...hold, state: 'confirmed', endedAt: now, orderId, confirmationId: newId() };
}
