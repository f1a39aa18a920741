import { type ItemStates, newQuantity, oldQuantity, productKey, updatedItem } from '../model/index.ts';
import type { UpsellSelection } from '../selection/index.ts';

/** What the page's own work on one change does. */
export interface TrackedChange {
  /** Hands in work; if it rejects, the placement goes back to the last quantity that the page has taken. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** The event is over: a change without work is taken. */
  done(): void;
}

/**
 * Follows what the page's own cart makes of each change, item by item, whatever their ids become.
 *
 * A change that a newer one has replaced is left as it is, and the answer to a roll-back is not rolled back again.
 *
 * @param failed is told of a placement that could not be sent back
 */
export function createRollBack(
  selection: UpsellSelection,
  failed: (wish: unknown, error: Error) => void,
): (update: ItemStates) => TrackedChange {
  /** The last quantity that the page has taken. */
  const taken = new Map<string, number>();
  const underWay = new Set<string>();
  return (update) => {
    const { cartItemId, ...item } = update.cartItem ?? updatedItem(update);
    const key = productKey(item);
    const quantity = newQuantity(update);
    const isSettled = underWay.has(key) || quantity === oldQuantity(update);
    let hasWork = false;
    if (!taken.has(key)) taken.set(key, oldQuantity(update));
    const take = () => taken.set(key, quantity);
    const sendBack = async () => {
      const held = selection.state.cartItems.find((one) => productKey(one) === key)?.quantity ?? 0;
      if (isSettled || held !== quantity) return;
      const wish = { cartItemId, quantity: taken.get(key) ?? 0 };
      underWay.add(key);
      await selection.updateCartItem(wish).catch((error: unknown) => failed(wish, error as Error));
      underWay.delete(key);
    };
    return {
      waitUntil(work) {
        hasWork = true;
        Promise.resolve(work).then(take, sendBack);
      },
      done: () => hasWork || take(),
    };
  };
}
