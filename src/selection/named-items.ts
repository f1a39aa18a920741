import { type CartItem, type CartItemUpdate, productKey, updatedItem } from '../model/index.ts';
import type { UpdateWish } from './update-wish.ts';

/** Every item that a message of one selection has named, under each id it ever had. */
export interface NamedItems {
  /** Takes note of `update`; the old id keeps leading to the item when its id has changed. */
  note(update: CartItemUpdate): void;
  /** True when a message named `cartItemId`. */
  readonly has: (cartItemId: string) => boolean;
  /** The id under which the placement knows the wished item now; undefined for a product that no message named. */
  currentId(wish: UpdateWish): string | undefined;
}

export function createNamedItems(): NamedItems {
  const byId = new Map<string, CartItem>();
  return {
    note(update) {
      const old = updatedItem(update);
      const item = update.cartItem ?? old;
      byId.set(old.cartItemId, item).set(item.cartItemId, item);
    },
    has: (cartItemId) => byId.has(cartItemId),
    currentId(wish) {
      let id = wish.cartItemId;
      if (!id) {
        const key = productKey(wish as CartItem);
        return [...byId.values()].filter((item) => productKey(item) === key).at(-1)?.cartItemId;
      }
      for (let next = byId.get(id); next && next.cartItemId !== id; next = byId.get(id)) id = next.cartItemId;
      return id;
    },
  };
}
