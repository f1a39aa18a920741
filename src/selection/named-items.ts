import { type CartItem, type CartItemUpdate, productKey, updatedItem } from '../model/index.ts';
import type { UpdateWish } from './update-wish.ts';

/** Every item that a message of one selection has named, under each id it ever had. */
export class NamedItems {
  readonly #byId = new Map<string, CartItem>();

  /** Takes note of `update`; the old id keeps leading to the item when its id has changed. */
  note(update: CartItemUpdate): void {
    const item = update.cartItem ?? updatedItem(update);
    this.#byId.set(updatedItem(update).cartItemId, item).set(item.cartItemId, item);
  }

  /** True when a message named `cartItemId`. */
  has(cartItemId: string): boolean {
    return this.#byId.has(cartItemId);
  }

  /** The id under which the placement knows the wished item now; undefined for a product that no message named. */
  currentId(wish: UpdateWish): string | undefined {
    if (!('cartItemId' in wish)) {
      const key = productKey(wish);
      const named = [...this.#byId.values()].filter((item) => productKey(item) === key);
      return named.at(-1)?.cartItemId;
    }
    let id = wish.cartItemId;
    for (let next = this.#byId.get(id); next && next.cartItemId !== id; next = this.#byId.get(id)) {
      id = next.cartItemId;
    }
    return id;
  }
}
