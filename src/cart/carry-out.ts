import { codeOf } from './align.ts';
import type { Cart, CartUpsell } from './cart.ts';
import { type Holder, holdersOf, type Item, sumOf } from './item.ts';
import type { Effect, Ended } from './item-state.ts';
import type { ConnectedElements } from './connected.ts';

/** Asks the placements, or tells the cart; the result is what came of it. */
export async function carryOut(
  item: Item,
  effect: Effect & { readonly act: 'ask' | 'tell' },
  cart: Cart,
  elements: ConnectedElements,
): Promise<Ended> {
  try {
    if (effect.act === 'tell') return await tell(item, effect, cart);
    item.isAsked = true;
    const holders = holdersOf(item, [...elements.keys()]);
    // What is held can be given up where no selection runs.
    const isHeld = item.placed.length > 0;
    return await ask(
      item,
      effect.wanted,
      holders.filter(({ element }) => isHeld || element.phase === 'ready'),
      elements,
    );
  } catch (error) {
    return { error };
  } finally {
    if (effect.act === 'ask') item.isAsked = false;
  }
}

async function tell(
  { upsell, cartItem, placed }: Item,
  { quantity, outcome }: Effect & { readonly act: 'tell' },
  cart: Cart,
): Promise<Ended> {
  const cartItems = quantity > 0 ? placed.map((one) => one.cartItem) : [];
  const change = { ...(upsell as CartUpsell), quantity, cartItem, cartItems, outcome };
  await (quantity > 0 ? cart.setUpsell(change) : cart.removeUpsell(change));
  return { outcome: 'applied' };
}

/**
 * Asks for `wanted` of an item in all: one holder after another, as long as one knows nothing of it, or has given up all that it
 * had and that is not enough. The result is that of the last one asked.
 */
async function ask(
  item: Item,
  wanted: number,
  [holder, ...others]: readonly Holder[],
  elements: ConnectedElements,
): Promise<Ended> {
  const { element, cartItem } = holder as Holder;
  const { cartItemId, catalogItemId, linkedProductId } = cartItem;
  const elsewhere = item.placed.filter((placed) => placed.cartItem.cartItemId !== cartItemId);
  const quantity = Math.max(0, wanted - sumOf(elsewhere));
  // Our own launcher knows what it offers by the product; an id of another visit, or tab, says nothing to it.
  const isOwn = element.servedBy === 'offers';
  const wish = isOwn ? { catalogItemId, linkedProductId, quantity } : { cartItemId, quantity };
  // Who is connected no more asks nothing.
  const signal = elements.get(element)?.end.signal ?? AbortSignal.abort();
  signal.throwIfAborted();
  // Where more was given up than is wished for, nobody else is asked for it.
  const isReached = () => {
    const held = sumOf(item.placed);
    return held === wanted || (quantity === 0 && held < wanted);
  };
  try {
    const result = await element.updateCartItem(wish, { signal });
    if (result.cartItem || others.length === 0 || isReached()) {
      // An answer is a word on the item, also where the placement knows nothing of it.
      item.isNamed = true;
      return result;
    }
  } catch (error) {
    if (others.length === 0 || codeOf(error) !== 'unknown-item') throw error;
    if (isReached()) return { outcome: 'applied' };
  }
  return ask(item, wanted, others, elements);
}
