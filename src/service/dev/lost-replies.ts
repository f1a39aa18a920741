import type { ReserveAnswer } from '../../contract/wire.ts';
import { findOfferedItem } from '../store/offered-items.ts';
import type { Store } from '../store/store.ts';
import { testItems } from './test-items.ts';

/** Tells whether the reply to a reserve is to be lost: the first one that holds a test item of this kind, and no later one. */
export function createLostReplies(store: Store) {
  const lost = new Set<string>();
  return (accountId: string, { items }: ReserveAnswer): Promise<boolean> =>
    store.transaction(async (tx) => {
      let isLost = false;
      for (const item of items) {
        if (!item.success || lost.has(item.itemReservationId)) continue;
        const offered = await findOfferedItem(tx, accountId, item.cartItemId);
        if (!offered || !testItems.get(offered.sku)?.isReplyLost) continue;
        lost.add(item.itemReservationId);
        isLost = true;
      }
      return isLost;
    });
}
