import { heldItem, type ItemRef } from '../model/index.ts';
import type { SelectionContext } from './selection-context.ts';
import type { UpdateResult } from './update-wish.ts';

/**
 * How a wish ends that no placement has to hear, done by now: for what is so already, and for an item to go that the running
 * selection does not know. Undefined for any other.
 */
export function settleUnsent(
  context: SelectionContext,
  ref: ItemRef | undefined,
  quantity: number,
  isKnown: boolean,
): UpdateResult | undefined {
  const held = heldItem(context.state, ref);
  if (isKnown && quantity === (held?.quantity ?? 0)) {
    return { outcome: 'applied', answered: false, cartItem: held, oldCartItem: held };
  }
  if (isKnown || ref === undefined || !held || quantity > 0) return undefined;
  context.replace(ref, null, 'page');
  return { outcome: 'applied', answered: false, cartItem: null, oldCartItem: held };
}
