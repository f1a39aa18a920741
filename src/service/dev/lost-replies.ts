import type { ReserveAnswer } from '../../contract/wire.ts';
import { productsOfItems } from '../store/account-rows.ts';
import type { Store } from '../store/store.ts';
import { testItems } from './demo-catalogue.ts';

/** Tells whether the reply to a reserve is to be lost: the first one that holds a test item of this kind, and no later one. */
export function createLostReplies(store: Store) {
  const lost = new Set<string>();
  return async (accountId: string, { items }: ReserveAnswer): Promise<boolean> => {
    const fresh = items.filter((item) => item.success && !lost.has(item.itemReservationId));
    const ids = fresh.map(({ cartItemId }) => cartItemId);
    if (ids.length === 0) return false;
    const products = await store.transaction((tx) => productsOfItems(tx, accountId, ids));
    const isLost = products.some((sku) => testItems[sku]?.replyLost);
    for (const item of fresh) if (isLost && item.success) lost.add(item.itemReservationId);
    return isLost;
  };
}
