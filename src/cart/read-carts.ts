import { type CartItem, productKey, type CartQuantities, toCartQuantities } from '../model/index.ts';
import type { Cart, CartUpsell, UpsellElement } from './cart.ts';

/** Both carts at one moment, the placements' items by `productKey`. */
export interface BothCarts extends CartQuantities<CartUpsell> {
  readonly held: ReadonlyMap<string, CartItem>;
}

/**
 * Both carts as they are now. Of two items of one product in the placements the newer counts.
 *
 * @throws whatever the page's cart throws, and a RangeError for a quantity that is none
 */
export function readCarts(element: UpsellElement, cart: Cart): BothCarts {
  const held = new Map<string, CartItem>();
  // An element that is not upgraded yet has no property at all.
  const items = (element as Partial<UpsellElement>).cartItems ?? [];
  for (const item of items) held.set(productKey(item), item);
  return { ...toCartQuantities(cart.lines()), held };
}
