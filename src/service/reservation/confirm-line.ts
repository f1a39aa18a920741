import type { ConfirmRequest, UnconfirmedItem } from '../../contract/wire.ts';
import { confirmHold } from '../store/hold-ends.ts';
import { findOpenHold, type Hold, holdsOfCart, holdsOfItem, insertHold } from '../store/holds.ts';
import { findOfferedItem } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';
import { toUtc } from '../to-utc.ts';
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
import { mismatch } from './terms.ts';

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
  return confirmSuccessor(tx, context, line, hold, successor);
}

/**
 * The sale of a line that names a quantity and no hold. A hold that the item has is used, also another cart's, and so is the
 * one that has taken it over: on other terms the item takes its own back.
 */
export async function confirmUnheld(
  tx: Transaction,
  context: ReservationContext,
  line: OrderLine,
): Promise<Sold> {
  const { accountId, now } = context;
  const { cartId, orderId, item } = line;
  const current = await findOpenHold(tx, accountId, cartId, item.cartItemId);
  const inForce = current && isInForce(current, now) ? current : undefined;
  if (inForce?.cartId === cartId) return onItsTerms(item, await confirmFound(tx, context, line, inForce));
  if (inForce?.state === 'confirmed') return refused('already-confirmed', {});
  const difference = inForce && mismatch(inForce, item);
  if (difference) return difference;
  const holds = await holdsOfItem(tx, accountId, item.cartItemId);
  const [last] = holds;
  const reached = await findReached(tx, line, last, now);
  if (reached && !reached.isTakenBack)
    return onItsTerms(item, await confirmSuccessor(tx, context, line, reached.meant, reached.successor));
  const isUndone = holds.some((hold) => hold.cartId === cartId && hold.orderId === orderId);
  if (isUndone) return refused('already-cancelled', {});
  const offered = await findOfferedItem(tx, accountId, item.cartItemId);
  if (!offered || !(await canBeBought(tx, offered, context))) return refused('unknown-cart-item', {});
  const onSale = toOnSale(context, offered);
  if (!onSale) return refused('out-of-stock', {});
  return sell(tx, context, line, onSale, { last, current, takenBack: reached?.successor });
}

/** A hold that was taken over, as a line by quantity means it, and what it has come to. */
interface Reached {
  readonly meant: Hold;
  readonly successor: Hold;
  /** The line is on other terms: its sale comes in the place of the successor. */
  readonly isTakenBack: boolean;
}

/** What a line reaches by its item's `last` hold: a successor that lives, or that the same order has bought. */
async function findReached(
  tx: Transaction,
  { cartId, orderId, item, isNamed }: OrderLine,
  last: Hold | undefined,
  now: number,
): Promise<Reached | undefined> {
  const successor = last?.cartId === cartId ? await findTakenOverBy(tx, last) : undefined;
  if (!last || !successor) return undefined;
  const isLiving = isLive(successor, now);
  if (!isLiving && successor.orderId !== orderId) return undefined;
  const meant = { ...last, quantity: Number(item.quantity) };
  const isTakenBack = isLiving && !hasTermsOf(successor, meant) && !isNamed(successor);
  return { meant, successor, isTakenBack };
}

/** What is `sold` to a line without the hold's id: only its terms say that it is the same sale again. */
function onItsTerms(item: ConfirmItem, sold: Sold): Sold {
  return (sold.ok && mismatch(sold.sale, item)) || sold;
}

/** The sale of the hold that has taken over `old`, which the line means: as good as that, or sold as it before. */
async function confirmSuccessor(
  tx: Transaction,
  context: ReservationContext,
  line: OrderLine,
  old: Hold,
  successor: Hold,
): Promise<Sold> {
  const isItsSale = successor.confirmedAs === old.reservationId;
  const isAsGood = isLive(successor, context.now) && hasTermsOf(successor, old);
  if (line.isNamed(successor) || !(isItsSale || isAsGood))
    return refused('reservation-released', toSuccessor(successor));
  return confirmFound(tx, context, line, successor, old.reservationId);
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
  if (!isLive(hold, now) || context.testItem?.('confirm', hold.sku, context.accountId)?.isRefused) {
    return refused('reservation-expired', { expirationDateTimeUtc: toUtc(hold.expiresAt) });
  }
  const difference = mismatch(hold, item);
  if (difference) return difference;
  const sale = toSaleAt(context, hold, orderId, confirmedAs);
  await confirmHold(tx, sale);
  await tellProvider(tx, context, 'item.confirmed', sale);
  return { ok: true, sale };
}

/**
 * Takes stock for a line without a hold of its cart, at the price of the item's last hold or else of its selection.
 *
 * @param held the item's `last` hold, and the `current` one: another cart's that lives, which this sale takes over, or one that is due;
 * the one to be `takenBack`, which has taken the item's over
 */
async function sell(
  tx: Transaction,
  context: ReservationContext,
  { cartId, orderId, item }: OrderLine,
  onSale: OnSale,
  held: Record<'last' | 'current' | 'takenBack', Hold | undefined>,
): Promise<Sold> {
  const { accountId, now } = context;
  const { last, current, takenBack } = held;
  const { sku } = onSale.item;
  if (context.testItem?.('sell', sku, accountId)?.isRefused) return refused('out-of-stock', {});
  const quantity = Number(item.quantity);
  const ofCart = await holdsOfCart(tx, accountId, cartId, sku);
  const excess = outOfBounds(
    quantity,
    onSale,
    ofCart.filter((one) => isInForce(one, now) && one.reservationId !== takenBack?.reservationId),
  );
  if (excess) return excess;
  const { unitPrice, currency } = last ?? onSale.item;
  const terms = { quantity, unitPrice, currency };
  const difference = mismatch(terms, item);
  if (difference) return difference;
  if (current && !isLive(current, now)) await letGo(tx, current, 'expired', now);
  const olds = [current, takenBack].flatMap((one) => (one && isLive(one, now) ? one : []));
  const hold = { ...newHold(context, cartId, onSale, terms), expiresAt: now };
  if (!(await takeInPlaceOf(tx, context, olds, hold))) return refused('out-of-stock', {});
  const sale = toSaleAt(context, hold, orderId);
  await insertHold(tx, sale);
  await tellProvider(tx, context, 'item.confirmed', sale);
  return { ok: true, sale };
}

function toSaleAt(
  { now, newId }: ReservationContext,
  hold: Hold,
  orderId: string,
  confirmedAs: string | null = null,
): Sale {
  return { ...hold, state: 'confirmed', endedAt: now, orderId, confirmationId: newId(), confirmedAs };
}
