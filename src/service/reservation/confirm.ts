import type { ConfirmAnswer, ConfirmedItem, ConfirmRequest, UnconfirmedItem } from '../../contract/wire.ts';
import { findHoldInForce } from '../store/holds.ts';
import { findOfferedItem } from '../store/offered-items.ts';
import { recordOrder } from '../store/orders.ts';
import { lockStock } from '../store/stock.ts';
import type { Transaction } from '../store/store.ts';
import { confirmHeld } from './confirm-held.ts';
import type { ConfirmError, ConfirmItem, Sale } from './confirm-line.ts';
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
    const line = { cartId, orderId, item };
    const sale =
      item.itemReservationId === undefined
        ? await confirmUnheld(tx, context, line)
        : await confirmHeld(tx, context, line, item.itemReservationId);
    answers.push('code' in sale ? toUnconfirmed(item, sale) : toConfirmed(context, sale));
  }
  await recordOrder(tx, { accountId, cartId, orderId, sessionId, createdAt: now });
  return { cartId, orderId, items: answers };
}

/** The product of a line, if it is known: it never changes, so that it can be read before its stock is locked. */
async function skuOf(
  tx: Transaction,
  accountId: string,
  cartId: string,
  { cartItemId, itemReservationId }: ConfirmItem,
): Promise<string | undefined> {
  const named =
    itemReservationId === undefined
      ? ((await findOfferedItem(tx, accountId, cartItemId)) ??
        (await findHoldInForce(tx, accountId, cartId, cartItemId)))
      : await findNamedHold(tx, accountId, itemReservationId);
  return named?.sku;
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
  return {
    cartItemId,
    ...(itemReservationId === undefined ? {} : { itemReservationId }),
    ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
    success: false,
    error,
  };
}
