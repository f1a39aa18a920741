import type { ReserveAnswer } from '../../contract/wire.ts';
import type { FixedOutcomes } from '../catalogue/catalogue.ts';
import { findOfferedItem } from '../store/offered-items.ts';
import type { Store } from '../store/store.ts';

/**
 * Tells whether the reply to a reserve is to be lost: the first one that holds a test item of this kind, and no later one.
 *
 * @param fixedOf what a test item of an account does
 */
export function createLostReplies(
  store: Store,
  fixedOf: (accountId: string, sku: string) => FixedOutcomes | undefined,
) {
  const lost = new Set<string>();
  return (accountId: string, { items }: ReserveAnswer): Promise<boolean> =>
    store.transaction(async (tx) => {
      let isLost = false;
      for (const item of items) {
        if (!item.success || lost.has(item.itemReservationId)) continue;
        const offered = await findOfferedItem(tx, accountId, item.cartItemId);
        if (!offered || !fixedOf(accountId, offered.sku)?.replyLost) continue;
        lost.add(item.itemReservationId);
        isLost = true;
      }
      return isLost;
    });
}
