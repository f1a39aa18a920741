import type { ConfirmAnswer, ConfirmedItem, ConfirmRequest, UnconfirmedItem } from '../../contract/wire.ts';
import { type Hold, holdsOfItem } from '../store/holds.ts';
import { findOfferedItem } from '../store/offered-items.ts';
import { recordOrder } from '../store/orders.ts';
import type { Transaction } from '../store/store.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { confirmHeld, confirmUnheld, type ConfirmItem, type OrderLine, type Sold } from './confirm-line.ts';
import type { ReservationContext } from './context.ts';
import { eachLine } from './each-line.ts';
import { findNamedProduct, type Sale, toItemReservationId } from './holding.ts';

/**
 * Records the order and makes its items sales, item by item: by the hold that they name, or by quantity.
 *
 * @throws {Refusal} `duplicate-cart-item`
 */
export async function confirm(
  tx: Transaction,
  context: ReservationContext,
  { cartId, orderId, items }: ConfirmRequest,
): Promise<ConfirmAnswer> {
  const { accountId, now, sessionId = null } = context;
  const isNamed = (hold: Hold) => items.some((item) => names(item, hold));
  const find = (item: ConfirmItem) => findProduct(tx, accountId, item);
  const answers = await eachLine(tx, accountId, items, find, async (item) => {
    const sold = await confirmItem(tx, context, { cartId, orderId, item, isNamed });
    return sold.ok ? toConfirmed(context, item, sold.sale) : toUnconfirmed(item, sold.error);
  });
  await recordOrder(tx, { accountId, cartId, orderId, sessionId, createdAt: now });
  return { cartId, orderId, items: answers };
}

function confirmItem(tx: Transaction, context: ReservationContext, line: OrderLine): Promise<Sold> {
  const { itemReservationId } = line.item;
  if (itemReservationId === undefined) return confirmUnheld(tx, context, line);
  return confirmHeld(tx, context, line, itemReservationId);
}

/** Whether a line of the cart means the hold under its own id, or its item where that is all it says. */
function names({ itemReservationId, cartItemId }: ConfirmItem, hold: Hold): boolean {
  return itemReservationId === undefined
    ? cartItemId === hold.cartItemId
    : itemReservationId === toItemReservationId(hold.reservationId);
}

/** What names the product of a line, if it is known. */
async function findProduct(
  tx: Transaction,
  accountId: string,
  { cartItemId, itemReservationId }: ConfirmItem,
): Promise<{ readonly sku: string } | undefined> {
  if (itemReservationId !== undefined) return findNamedProduct(tx, accountId, itemReservationId);
  const offered = await findOfferedItem(tx, accountId, cartItemId);
  if (offered) return offered;
  // Also one that is over: what has taken it over may live.
  const [last] = await holdsOfItem(tx, accountId, cartItemId);
  return last;
}

function toConfirmed(
  { confirmationUrl }: ReservationContext,
  { cartItemId }: ConfirmItem,
  sale: Sale,
): ConfirmedItem {
  return {
    cartItemId,
    itemReservationId: toItemReservationId(sale.reservationId),
    itemConfirmationId: sale.confirmationId,
    itemConfirmationUrl: confirmationUrl(sale.confirmationId),
    success: true,
  };
}

function toUnconfirmed(item: ConfirmItem, error: UnconfirmedItem['error']): UnconfirmedItem {
  const { cartItemId, itemReservationId, quantity } = item;
  const asked = quantity === undefined ? undefined : Number(quantity);
  return withoutUndefined({ cartItemId, itemReservationId, quantity: asked, success: false as const, error });
}
