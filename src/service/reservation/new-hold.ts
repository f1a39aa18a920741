import type { CatalogueItem } from '../catalogue/catalogue.ts';
import type { Hold } from '../store/holds.ts';
import type { OfferedItem } from '../store/offered-items.ts';
import type { ReservationContext } from './context.ts';
import type { Terms } from './terms.ts';

/** A hold on `offered` from now on, not kept yet. */
export function newHold(
  context: ReservationContext,
  cartId: string,
  offered: OfferedItem,
  item: CatalogueItem,
  { quantity, unitPrice, currency }: Terms,
): Hold {
  return {
    reservationId: context.newId(),
    accountId: context.accountId,
    cartId,
    cartItemId: offered.cartItemId,
    sku: offered.sku,
    quantity,
    unitPrice,
    currency,
    linkedProductId: offered.linkedProductId,
    provider: item.provider ?? null,
    providerData: item.providerData ?? null,
    state: 'held',
    sessionId: context.sessionId ?? null,
    createdAt: context.now,
    expiresAt: context.now + item.holdTime,
    endedAt: null,
    orderId: null,
    confirmationId: null,
  };
}
