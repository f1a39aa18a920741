import type {
  ReserveAnswer,
  ReservedItem,
  ReserveItem,
  ReserveRequest,
  UnreservedItem,
} from '../../contract/wire.ts';
import { findHoldInForce, hasLiveHolds, insertHold, type Hold } from '../store/holds.ts';
import { findOfferedItem, type OfferedItem } from '../store/offered-items.ts';
import { lockStock } from '../store/stock.ts';
import type { Transaction } from '../store/store.ts';
import type { ReservationContext } from './context.ts';
import { canBeBought, isLive, LIVE_HOLDS } from './hold-rules.ts';
import { itemError } from './item-error.ts';
import { newHold } from './new-hold.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';
import { toItemReservationId } from './reservation-id.ts';
import { letGo, takeInPlaceOf, takeOrExpire } from './take.ts';
import { toHeldTerms } from './terms.ts';
import { toUtc } from './utc.ts';

/**
 * Holds stock and locks prices, item by item: some may be held and others refused.
 *
 * @throws {RequestRefused} `duplicate-cart-item`
 */
export async function reserve(
  tx: Transaction,
  context: ReservationContext,
  { cartId, items }: ReserveRequest,
): Promise<ReserveAnswer> {
  refuseDuplicates(items);
  const offers = new Map<string, OfferedItem>();
  for (const { cartItemId } of items) {
    const offered = await findOfferedItem(tx, context.accountId, cartItemId);
    if (offered) offers.set(cartItemId, offered);
  }
  await lockStock(
    tx,
    context.accountId,
    Array.from(offers.values(), ({ sku }) => sku),
  );
  const answers: (ReservedItem | UnreservedItem)[] = [];
  for (const item of items) {
    const line = { cartId, cartItemId: item.cartItemId, quantity: Number(item.quantity) };
    const held = await hold(tx, context, line, offers.get(item.cartItemId));
    answers.push('code' in held ? toUnreserved(item, held) : toReserved(held));
  }
  return { cartId, items: answers };
}

interface Line {
  readonly cartId: string;
  readonly cartItemId: string;
  readonly quantity: number;
}

/** The hold that the line has from now on, or why it gets none. */
async function hold(
  tx: Transaction,
  context: ReservationContext,
  { cartId, cartItemId, quantity }: Line,
  offered: OfferedItem | undefined,
): Promise<Hold | UnreservedItem['error']> {
  const { accountId, now } = context;
  const current = await findHoldInForce(tx, accountId, cartId, cartItemId);
  if (current?.orderId != null) return itemError('already-confirmed', { orderId: current.orderId });
  const live = current && isLive(current, now) ? current : undefined;
  if (live?.quantity === quantity) return live;
  if (!offered || !(await canBeBought(tx, offered, now))) return itemError('unknown-cart-item', {});
  const item = context.catalogue.item(offered.sku);
  if (!item) return itemError('out-of-stock', {});
  const { minimum, maximum, currency, fixed } = item;
  if (quantity < minimum || quantity > maximum) {
    return itemError('quantity-out-of-bounds', { minimum, maximum });
  }
  if (fixed?.soldOut) return itemError('out-of-stock', {});
  if (!live && (await hasLiveHolds(tx, accountId, offered.sku, now, LIVE_HOLDS))) {
    return itemError('too-many-holds', { maximum: LIVE_HOLDS });
  }
  // A hold that is over is in the way of a new one; a live one ends only for it.
  if (current && !live) await letGo(tx, current, 'expired', now);
  const isTaken = live
    ? await takeInPlaceOf(tx, context, live, quantity)
    : await takeOrExpire(tx, context, offered.sku, quantity);
  if (!isTaken) return itemError('out-of-stock', {});
  const unitPrice = fixed?.reservePrice ?? item.unitPrice;
  const made = newHold(context, cartId, offered, item, { quantity, unitPrice, currency });
  await insertHold(tx, made);
  return made;
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
