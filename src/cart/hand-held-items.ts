import type { HeldItem } from '../model/index.ts';
import { type BothCarts, holdersOf, ownerOf, sumOf, type TrackedItem } from './both-sides.ts';
import type { ConnectedElement } from './connected-element.ts';

/**
 * Hands what the cart holds to the next selection of each element. What is another element's is not in it, and what nobody holds
 * yet is the first one's.
 */
export function handHeldItems(items: Iterable<TrackedItem>, carts: BothCarts): void {
  const shares = new Map<ConnectedElement, HeldItem[]>(carts.elements.map((element) => [element, []]));
  for (const item of items) {
    for (const [element, held] of shares) {
      const quantity = shareOf(item, element, carts);
      if (quantity <= 0) continue;
      const { cartItemId, catalogItemId, linkedProductId } = item.upsell;
      held.push({ cartItemId, catalogItemId, linkedProductId, quantity });
    }
  }
  for (const [element, held] of shares) element.hand(held);
}

/** How many of an item's line are in `element`: what it holds, and the rest where a wish would go to it. */
function shareOf(item: TrackedItem, element: ConnectedElement, carts: BothCarts): number {
  const { key, state } = item;
  const holders = holdersOf(item, carts);
  const own = sumOf(holders.filter(({ at }) => at === element));
  if (ownerOf(item, holders, carts) !== element) return own;
  // What the cart is being told it will hold.
  const line = 'telling' in state ? state.telling.quantity : (carts.lines.upsells.get(key)?.quantity ?? 0);
  return own + line - sumOf(holders);
}
