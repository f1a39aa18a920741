import type { UpdateResult } from '../element/index.ts';
import type { CartUpsell, UpsellElement } from './cart.ts';
import type { ItemKey } from './item-key.ts';
import { type Placements, sumOf } from './placements.ts';

/** Whom to ask for an item, and what names it there. */
interface Target {
  readonly element: UpsellElement;
  readonly cartItem: CartUpsell;
}

/**
 * Asks for `wanted` of an item in all: where it changed last, and elsewhere for what is still too much. What nobody holds is asked
 * of one element after another, until one has a word on it. The result is that of the last one asked.
 */
export async function ask(
  placements: Placements,
  key: ItemKey,
  upsell: CartUpsell,
  wanted: number,
): Promise<UpdateResult> {
  const held = placements.read().get(key);
  const anyone = placements.elements.map((element) => ({ element, cartItem: upsell }));
  const targets: Target[] = held ? [...held] : anyone.filter(({ element }) => element.phase === 'ready');
  for (;;) {
    const { element, cartItem } = targets.pop() as Target;
    const rest = placements
      .read()
      .get(key)
      ?.filter((one) => one.cartItem.cartItemId !== cartItem.cartItemId);
    try {
      const result = await placements.ask(element, cartItem, Math.max(0, wanted - sumOf(rest)));
      const isEnough = held ? sumOf(placements.read().get(key)) <= wanted : result.cartItem;
      if (targets.length > 0 && !isEnough && !result.cartItem) continue;
      // An answer is a word on the item, also where the placement knows nothing of it.
      placements.named.add(key);
      return result;
    } catch (error) {
      if (targets.length === 0 || codeOf(error) !== 'unknown-item') throw error;
    }
  }
}

/** The code of an UpsellError, if it is one. */
export function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}
