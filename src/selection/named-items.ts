import { type CartItem, type CartItemUpdate, productKey, updatedItem } from '../model/index.ts';
import type { UpdateWish } from './update-wish.ts';

/** Every item that a message of one selection has named, under each id it ever had. */
export interface NamedItems {
  /** Takes note of `update`: any earlier id leads to the item's new one. The result is the id that it had until now. */
  note(update: CartItemUpdate): string;
  /** True when a message named `cartItemId`. */
  readonly has: (cartItemId: string) => boolean;
  /** The id under which the placement knows the wished item now; undefined for a product that no message named. */
  currentId(wish: UpdateWish): string | undefined;
}

export function createNamedItems(): NamedItems {
  const byId = new Map<string, CartItem>();
  const follow = (id: string) => {
    for (let next = byId.get(id); next && next.cartItemId !== id; next = byId.get(id)) id = next.cartItemId;
    return id;
  };
  return {
    note(update) {
      const old = updatedItem(update);
      const heldAs = follow(old.cartItemId);
      // A removal names no new id.
      const item = update.cartItem ?? byId.get(heldAs) ?? old;
      byId.set(heldAs, item).set(item.cartItemId, item);
      return heldAs;
    },
    has: (cartItemId) => byId.has(cartItemId),
    currentId(wish) {
      if (wish.cartItemId) return follow(wish.cartItemId);
      const key = productKey(wish as CartItem);
      return [...byId.values()].filter((item) => productKey(item) === key).at(-1)?.cartItemId;
    },
  };
}
