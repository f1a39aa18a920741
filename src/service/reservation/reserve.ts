import type {
  ReserveAnswer,
  ReservedItem,
  ReserveItem,
  ReserveRequest,
  UnreservedItem,
} from '../../contract/wire.ts';
import { findHoldInForce, hasLiveHolds, insertHold, type Hold } from '../store/holds.ts';
import { findOfferedItem, type OfferedItem } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';
import type { ReservationContext } from './context.ts';
import { eachLine, refused, type Result } from './each-line.ts';
import { canBeBought, isLive, LIVE_HOLDS, newHold, toItemReservationId } from './holding.ts';
import { letGo, takeInPlaceOf, takeOrExpire } from './stock-moves.ts';
import { toHeldTerms, toUtc } from './terms.ts';

type Held = Result<{ readonly hold: Hold }, UnreservedItem['error']>;

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
  const find = ({ cartItemId }: ReserveItem) => findOfferedItem(tx, context.accountId, cartItemId);
  const answers = await eachLine(tx, context.accountId, items, find, async (item, offered) => {
    const held = await hold(tx, context, cartId, item, offered);
    return held.ok ? toReserved(held.hold) : toUnreserved(item, held.error);
  });
  return { cartId, items: answers };
}

/** The hold that the line has from now on. */
async function hold(
  tx: Transaction,
  context: ReservationContext,
  cartId: string,
  item: ReserveItem,
  offered: OfferedItem | undefined,
): Promise<Held> {
  const { accountId, now } = context;
  const current = await findHoldInForce(tx, accountId, cartId, item.cartItemId);
  if (current?.orderId != null) return refused('already-confirmed', { orderId: current.orderId });
  const live = current && isLive(current, now) ? current : undefined;
  if (live?.quantity === Number(item.quantity)) return { ok: true, hold: live };
  if (!offered || !(await canBeBought(tx, offered, now))) return refused('unknown-cart-item', {});
  return holdAnew(tx, context, cartId, Number(item.quantity), offered, current);
}

/** A new hold on what was offered, in place of the item's own if it has one. */
async function holdAnew(
  tx: Transaction,
  context: ReservationContext,
  cartId: string,
  quantity: number,
  offered: OfferedItem,
  current: Hold | undefined,
): Promise<Held> {
  const { accountId, now } = context;
  const live = current && isLive(current, now) ? current : undefined;
  const { sku } = offered;
  const product = context.catalogue.item(sku);
  const fixed = context.testItem?.('reserve', sku);
  if (!product) return refused('out-of-stock', {});
  const { minimum, maximum, currency } = product;
  if (quantity < minimum || quantity > maximum)
    return refused('quantity-out-of-bounds', { minimum, maximum });
  if (fixed?.isRefused) return refused('out-of-stock', {});
  if (!live && (await hasLiveHolds(tx, accountId, sku, now, LIVE_HOLDS))) {
    return refused('too-many-holds', { maximum: LIVE_HOLDS });
  }
  // A hold that is over is in the way of a new one; a live one ends only for it.
  if (current && !live) await letGo(tx, current, 'expired', now);
  const isTaken = live
    ? await takeInPlaceOf(tx, context, live, quantity)
    : await takeOrExpire(tx, context, sku, quantity);
  if (!isTaken) return refused('out-of-stock', {});
  const unitPrice = fixed?.unitPrice ?? product.unitPrice;
  const made = newHold(context, cartId, offered, product, { quantity, unitPrice, currency });
  await insertHold(tx, made);
  return { ok: true, hold: made };
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
