import { holdsOfItem, type Hold } from '../store/holds.ts';
import type { OfferedItem } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';

/** How long an item can be bought after its selection, in ms. */
export const OFFERED_FOR = 24 * 60 * 60 * 1000;

/** How many live holds there may be on one product of an account. */
export const LIVE_HOLDS = 10_000;

/** Whether the hold still keeps its stock for the cart at `now`. */
export function isLive(hold: Hold, now: number): boolean {
  return hold.state === 'held' && now < hold.expiresAt;
}

/** Whether an item can be bought at `now`: for 24 h after its selection, and as long as a live hold names it. */
export async function canBeBought(tx: Transaction, offered: OfferedItem, now: number): Promise<boolean> {
  if (now < offered.createdAt + OFFERED_FOR) return true;
  const holds = await holdsOfItem(tx, offered.accountId, offered.cartItemId);
  return holds.some((hold) => isLive(hold, now));
}
