import type { WebhookBody } from '../../contract/wire.ts';
import { insertMessage } from '../store/outbox.ts';
import type { Transaction } from '../store/store.ts';
import { toUtc } from '../to-utc.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { ReservationContext } from './context.ts';
import { type Sale, toItemReservationId } from './holding.ts';
import { toHeldTerms } from './terms.ts';

/** Puts into the outbox what the provider of a sale must know, if it has one. */
export async function tellProvider(
  tx: Transaction,
  context: ReservationContext,
  type: WebhookBody['type'],
  sale: Sale,
): Promise<void> {
  if (sale.provider === null) return;
  const body: WebhookBody = {
    type,
    timestamp: toUtc(context.now),
    data: withoutUndefined({
      accountId: sale.accountId,
      cartId: sale.cartId,
      orderId: sale.orderId,
      cartItemId: sale.cartItemId,
      itemReservationId: toItemReservationId(sale.reservationId),
      itemConfirmationId: sale.confirmationId,
      catalogItemId: sale.sku,
      linkedProductId: sale.linkedProductId ?? undefined,
      providerData: sale.providerData ?? undefined,
      ...toHeldTerms(sale),
    }),
  };
  await insertMessage(tx, {
    messageId: context.newId(),
    accountId: sale.accountId,
    provider: sale.provider,
    reservationId: sale.reservationId,
    type,
    body: JSON.stringify(body),
    createdAt: context.now,
  });
}
