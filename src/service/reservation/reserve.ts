import type {
  ReserveAnswer,
  ReservedItem,
  ReserveItem,
  ReserveRequest,
  UnreservedItem,
} from '../../contract/wire.ts';
import { findOpenHold, hasLiveHolds, type Hold, holdsOfCart, insertHold } from '../store/holds.ts';
import { findOfferedItem, type Impression } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';
import { toUtc } from '../to-utc.ts';
import type { ReservationContext } from './context.ts';
import { eachLine, refused, type Result } from './each-line.ts';
import {
  canBeBought,
  isInForce,
  isLive,
  LIVE_HOLDS,
  newHold,
  toItemReservationId,
  toOwnOrder,
} from './holding.ts';
import { type OnSale, outOfBounds, toOnSale } from './on-sale.ts';
import { letGo, takeInPlaceOf } from './stock-moves.ts';
import { toHeldTerms } from './terms.ts';

type Held = Result<{ readonly hold: Hold }, UnreservedItem['error']>;

/** One item of a cart, with what else the request names. */
interface CartLine {
  readonly cartId: string;
  readonly quantity: number;
  /** The `cartItemId` of every line of the request. */
  readonly named: ReadonlySet<string>;
}

/**
 * Holds stock and locks prices, item by item: some may be held and others refused.
 *
 * @throws {Refusal} `duplicate-cart-item`
 */
export async function reserve(
  tx: Transaction,
  context: ReservationContext,
  { cartId, items }: ReserveRequest,
): Promise<ReserveAnswer> {
  const named = new Set(items.map(({ cartItemId }) => cartItemId));
  const find = ({ cartItemId }: ReserveItem) => findOfferedItem(tx, context.accountId, cartItemId);
  const answers = await eachLine(tx, context.accountId, items, find, async (item, offered) => {
    const line = { cartId, quantity: Number(item.quantity), named };
    const held = await hold(tx, context, line, item.cartItemId, offered);
    return held.ok ? toReserved(held.hold) : toUnreserved(item, held.error);
  });
  return { cartId, items: answers };
}

/** The hold that the line has from now on. */
async function hold(
  tx: Transaction,
  context: ReservationContext,
  line: CartLine,
  cartItemId: string,
  offered: Impression | undefined,
): Promise<Held> {
  const { accountId, now } = context;
  const { cartId, quantity } = line;
  const current = await findOpenHold(tx, accountId, cartId, cartItemId);
  if (current?.state === 'confirmed') return refused('already-confirmed', toOwnOrder(current, cartId));
  const isOwn = current?.cartId === cartId && isLive(current, now);
  if (isOwn && current.quantity === quantity) return { ok: true, hold: current };
  if (!offered || !(await canBeBought(tx, offered, context))) return refused('unknown-cart-item', {});
  const onSale = toOnSale(context, offered);
  if (!onSale) return refused('out-of-stock', {});
  return holdAnew(tx, context, line, onSale, current);
}

/** A new hold on what was offered, in place of those that it takes over. */
async function holdAnew(
  tx: Transaction,
  context: ReservationContext,
  line: CartLine,
  onSale: OnSale,
  current: Hold | undefined,
): Promise<Held> {
  const { accountId, now } = context;
  const { cartId, quantity } = line;
  const { product, item } = onSale;
  const { sku } = item;
  const fixed = context.testItem?.('reserve', sku, accountId);
  const ofCart = (await holdsOfCart(tx, accountId, cartId, sku)).filter((one) => isInForce(one, now));
  const olds = takenOver(line, item, current && isLive(current, now) ? current : undefined, ofCart);
  const others = ofCart.filter((one) => !olds.some((old) => old.reservationId === one.reservationId));
  const excess = outOfBounds(quantity, onSale, others);
  if (excess) return excess;
  if (fixed?.isRefused) return refused('out-of-stock', {});
  const isMore = olds.length === 0;
  if (isMore && (fixed?.isHeldToTheLimit || (await hasLiveHolds(tx, accountId, sku, now, LIVE_HOLDS))))
    return refused('too-many-holds', { maximum: LIVE_HOLDS });
  // A hold that is over is in the way of a new one; a live one ends only for it.
  if (current && !isLive(current, now)) await letGo(tx, current, 'expired', now);
  const { currency } = product;
  const unitPrice = fixed?.priceOf?.(product.unitPrice) ?? product.unitPrice;
  const made = newHold(context, cartId, onSale, { quantity, unitPrice, currency });
  if (!(await takeInPlaceOf(tx, context, olds, made))) return refused('out-of-stock', {});
  await insertHold(tx, made);
  return { ok: true, hold: made };
}

/**
 * The live holds that a new one comes in the place of: the item's own, in whichever cart, and with a fresh impression those
 * of the cart on the same thing, under ids that this request does not name.
 */
function takenOver(
  { cartId, named }: CartLine,
  { linkedProductId }: Impression,
  live: Hold | undefined,
  ofCart: readonly Hold[],
): Hold[] {
  if (live?.cartId === cartId) return [live];
  const earlier = ofCart.filter(
    (one) => one.state === 'held' && one.linkedProductId === linkedProductId && !named.has(one.cartItemId),
  );
  return live ? [live, ...earlier] : earlier;
}

function toReserved(held: Hold): ReservedItem {
  return {
    cartItemId: held.cartItemId,
    itemReservationId: toItemReservationId(held.reservationId),
    ...toHeldTerms(held),
    expirationDateTimeUtc: toUtc(held.expiresAt),
    success: true,
  };
}

function toUnreserved({ cartItemId, quantity }: ReserveItem, error: UnreservedItem['error']): UnreservedItem {
  return { cartItemId, quantity: Number(quantity), success: false, error };
}
