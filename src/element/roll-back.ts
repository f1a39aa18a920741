import { type ItemStates, newQuantity, oldQuantity, updatedItem } from '../model/index.ts';
import type { UpsellSelection } from '../selection/index.ts';

/** What is done with the page's own work on a change. */
type WaitUntil = (work: Promise<unknown>) => void;

/**
 * Makes the `waitUntil` of each change: when the page's own cart does not take it, the old quantity is sent back.
 *
 * A change that a newer one has replaced is left as it is, and the answer to a roll-back is not rolled back again.
 *
 * @param failed is told of a placement that could not be sent back
 */
export function createRollBack(
  selection: UpsellSelection,
  failed: (wish: unknown, error: Error) => void,
): (update: ItemStates) => WaitUntil {
  const underWay = new Set<string>();
  return (update) => {
    const { cartItemId } = update.cartItem ?? updatedItem(update);
    const isAnswer = underWay.has(cartItemId);
    const sendBack = async () => {
      const held = selection.state.cartItems.find((item) => item.cartItemId === cartItemId);
      if (isAnswer || (held?.quantity ?? 0) !== newQuantity(update)) return;
      const wish = { cartItemId, quantity: oldQuantity(update) };
      underWay.add(cartItemId);
      await selection.updateCartItem(wish).catch((error: unknown) => failed(wish, error as Error));
      underWay.delete(cartItemId);
    };
    return (work) => void Promise.resolve(work).catch(sendBack);
  };
}
