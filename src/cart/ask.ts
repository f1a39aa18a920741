import type { UpdateResult } from '../element/index.ts';
import { type BothCarts, type HeldAt, holdersOf, readHeld, sumOf, type TrackedItem } from './both-sides.ts';
import { codeOf, type ConnectedElement } from './connected-element.ts';

/**
 * Asks for `wanted` of an item in all, of which there is some: where it changed last, and elsewhere for what is still too
 * much. The result is that of the last one asked.
 */
export async function askHolders(item: TrackedItem, carts: BothCarts, wanted: number): Promise<UpdateResult> {
  const readHolders = () => holdersOf(item, { ...carts, held: readHeld(carts.elements) });
  const [{ at, cartItem }, ...others] = readHolders() as readonly [HeldAt, ...HeldAt[]];
  const rest = sumOf(others);
  const result = await at.ask(cartItem.cartItemId, Math.max(0, wanted - rest));
  const isGone = result.outcome === 'applied' && !result.cartItem;
  const isTooMuch = isGone && rest > wanted && sumOf(readHolders()) > wanted;
  return isTooMuch ? askHolders(item, carts, wanted) : result;
}

/** Asks for `wanted` of an item that nobody holds: one element after another, until one has a word on it. */
export async function askElements(
  item: TrackedItem,
  elements: readonly ConnectedElement[],
  wanted: number,
): Promise<UpdateResult> {
  const { key, upsell } = item;
  const [at, ...others] = elements as readonly [ConnectedElement, ...ConnectedElement[]];
  const isLast = others.length === 0;
  const wasNamed = at.named.has(key);
  try {
    const result = await at.askAnew(key, upsell, wanted);
    if (result.cartItem ?? (wasNamed || isLast)) {
      // An answer is a word on the item, also where the placement knows nothing of it.
      at.named.add(key);
      return result;
    }
  } catch (error) {
    if (isLast || codeOf(error) !== 'unknown-item') throw error;
  }
  return askElements(item, others, wanted);
}
