import type { ConfirmAnswer, ConfirmedItem, ConfirmRequest, UnconfirmedItem } from '../../contract/wire.ts';
import { findHoldInForce } from '../store/holds.ts';
import { findOfferedItem } from '../store/offered-items.ts';
import { recordOrder } from '../store/orders.ts';
import { lockStock } from '../store/stock.ts';
import type { Transaction } from '../store/store.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { confirmHeld } from './confirm-held.ts';
import type { ConfirmError, ConfirmItem, ConfirmLine, Sale } from './confirm-line.ts';
import { confirmUnheld } from './confirm-unheld.ts';
import type { ReservationContext } from './context.ts';
import { findNamedHold } from './named-hold.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';
import { toItemReservationId } from './reservation-id.ts';

/**
 * Records the order and makes its items sales, item by item: by the hold that they name, or by quantity.
 *
 * @throws {RequestRefused} `duplicate-cart-item`
 */
export async function confirm(
  tx: Transaction,
  context: ReservationContext,
  { cartId, orderId, items }: ConfirmRequest,
): Promise<ConfirmAnswer> {
  refuseDuplicates(items);
  const { accountId, now, sessionId = null } = context;
  const skus = new Set<string>();
  for (const item of items) {
    const sku = await skuOf(tx, accountId, cartId, item);
    if (sku !== undefined) skus.add(sku);
  }
  await lockStock(tx, accountId, skus);
  const answers: (ConfirmedItem | UnconfirmedItem)[] = [];
  for (const item of items) {
    const sale = await confirmItem(tx, context, { cartId, orderId, item });
    answers.push('code' in sale ? toUnconfirmed(item, sale) : toConfirmed(context, sale));
  }
  await recordOrder(tx, { accountId, cartId, orderId, sessionId, createdAt: now });
  return { cartId, orderId, items: answers };
}

function confirmItem(
  tx: Transaction,
  context: ReservationContext,
  line: ConfirmLine,
): Promise<Sale | ConfirmError> {
  const { itemReservationId } = line.item;
  if (itemReservationId === undefined) return confirmUnheld(tx, context, line);
  return confirmHeld(tx, context, line, itemReservationId);
}

/** The product of a line, if it is known: it never changes, so that it can be read before its stock is locked. */
async function skuOf(
  tx: Transaction,
  accountId: string,
  cartId: string,
  { cartItemId, itemReservationId }: ConfirmItem,
): Promise<string | undefined> {
  if (itemReservationId !== undefined) return (await findNamedHold(tx, accountId, itemReservationId))?.sku;
  const offered = await findOfferedItem(tx, accountId, cartItemId);
  if (offered) return offered.sku;
  return (await findHoldInForce(tx, accountId, cartId, cartItemId))?.sku;
}

function toConfirmed({ confirmationUrl }: ReservationContext, sale: Sale): ConfirmedItem {
  return {
    cartItemId: sale.cartItemId,
    itemReservationId: toItemReservationId(sale.reservationId),
    itemConfirmationId: sale.confirmationId,
    itemConfirmationUrl: confirmationUrl(sale.confirmationId),
    success: true,
  };
}

function toUnconfirmed(item: ConfirmItem, error: ConfirmError): UnconfirmedItem {
  const { cartItemId, itemReservationId, quantity } = item;
  const asked = quantity === undefined ? undefined : Number(quantity);
  return withoutUndefined({ cartItemId, itemReservationId, quantity: asked, success: false as const, error });
}
