import type { CartItem, CartItemUpdated } from '../../../src/model/index.ts';

/** A page's store that knows nothing but the events: what each says is new takes the place of what it says was old. */
export class ReplayedStore {
  readonly #items = new Map<string, CartItem>();

  take({ cartItem, oldCartItem }: Pick<CartItemUpdated, 'cartItem' | 'oldCartItem'>): void {
    if (oldCartItem) this.#items.delete(oldCartItem.cartItemId);
    if (cartItem) this.#items.set(cartItem.cartItemId, cartItem);
  }

  /** Its items in an order that does not depend on how they came. */
  get cartItems(): readonly CartItem[] {
    return inOrder([...this.#items.values()]);
  }
}

/** Items by their ids. */
export function inOrder(items: readonly CartItem[]): readonly CartItem[] {
  return [...items].sort((one, other) => (one.cartItemId < other.cartItemId ? -1 : 1));
}
