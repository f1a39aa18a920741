import { findHold, findProductOfHold, type Hold, holdsOfItem, type HoldState } from '../store/holds.ts';
import type { Impression } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';
import type { ReservationContext } from './context.ts';
import type { OnSale } from './on-sale.ts';
import type { Terms } from './terms.ts';

/** How many live holds there may be on one product of an account. */
export const LIVE_HOLDS = 10_000;

const PREFIX = 'rokt_item_reservation_id.';
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A hold that is, or was, a sale. */
export interface Sale extends Hold {
  readonly orderId: string;
  readonly confirmationId: string;
}

/** `hold` as the sale that it is; undefined where it never was one. */
export function toSale(hold: Hold): Sale | undefined {
  const { orderId, confirmationId } = hold;
  return orderId === null || confirmationId === null ? undefined : { ...hold, orderId, confirmationId };
}

/** Whether the hold still keeps its stock for the cart at `now`. */
export function isLive(hold: Pick<Hold, 'state' | 'expiresAt'>, now: number): boolean {
  return hold.state === 'held' && now < hold.expiresAt;
}

/** What has become of the hold at `now`: it is `expired` as soon as it is over, whether its row knows it yet or not. */
export function stateAt(hold: Pick<Hold, 'state' | 'expiresAt'>, now: number): HoldState {
  return hold.state === 'held' && !isLive(hold, now) ? 'expired' : hold.state;
}

/** Whether the cart has what the hold is on at `now`, kept or bought. */
export function isInForce(hold: Hold, now: number): boolean {
  return hold.state === 'confirmed' || isLive(hold, now);
}

/** The order of a sale, for the cart that placed it alone. */
export function toOwnOrder({ cartId, orderId }: Hold, asker: string): { readonly orderId?: string } {
  return cartId === asker && orderId !== null ? { orderId } : {};
}

/** Whether the hold is this cart's, on this item. */
export function isOfLine(hold: Hold, cartId: string, cartItemId: string): boolean {
  return hold.cartId === cartId && hold.cartItemId === cartItemId;
}

/** Whether an item can be bought now: for a time after its selection, and as long as a live hold names it. */
export async function canBeBought(
  tx: Transaction,
  offered: Impression,
  { now, offeredFor }: Pick<ReservationContext, 'now' | 'offeredFor'>,
): Promise<boolean> {
  if (now < offered.createdAt + offeredFor) return true;
  const holds = await holdsOfItem(tx, offered.accountId, offered.cartItemId);
  return holds.some((hold) => isLive(hold, now));
}

/** The id of a hold as the wire has it. */
export function toItemReservationId(reservationId: string): string {
  return PREFIX + reservationId;
}

/** The account's hold of this id on the wire, in any state; undefined for what is no such id. */
export async function findNamedHold(
  tx: Transaction,
  accountId: string,
  itemReservationId: string,
): Promise<Hold | undefined> {
  const id = toReservationId(itemReservationId);
  return id === undefined ? undefined : findHold(tx, accountId, id);
}

/** The product of the account's hold of this id on the wire. */
export async function findNamedProduct(
  tx: Transaction,
  accountId: string,
  itemReservationId: string,
): Promise<{ readonly sku: string } | undefined> {
  const id = toReservationId(itemReservationId);
  return id === undefined ? undefined : findProductOfHold(tx, accountId, id);
}

function toReservationId(itemReservationId: string): string | undefined {
  const id = itemReservationId.startsWith(PREFIX) ? itemReservationId.slice(PREFIX.length) : '';
  return GUID.test(id) ? id : undefined;
}

/** A hold on `offered` from now on, not kept yet. */
export function newHold(
  context: ReservationContext,
  cartId: string,
  { item, product, itemTerms }: OnSale,
  { quantity, unitPrice, currency }: Terms,
): Hold {
  return {
    reservationId: context.newId(),
    accountId: context.accountId,
    cartId,
    cartItemId: item.cartItemId,
    sku: item.sku,
    quantity,
    unitPrice,
    currency,
    linkedProductId: item.linkedProductId,
    provider: product.provider ?? null,
    providerData: itemTerms.providerData ?? null,
    state: 'held',
    sessionId: context.sessionId ?? null,
    createdAt: context.now,
    expiresAt: context.now + product.holdTime,
    endedAt: null,
    orderId: null,
    confirmationId: null,
    maximum: product.maximum ?? null,
    successorId: null,
    confirmedAs: null,
  };
}
