import { type CartItem, isRecord, productKey, toIdText, toProduct } from '../model/index.ts';
import type { CartUpsell } from './cart.ts';

/** What one item is known by on both sides: its product, and the page's product that it hangs on. */
export type ItemKey = string;

/** An item by its key, and what names it. */
export interface NamedItem {
  readonly key: ItemKey;
  readonly upsell: CartUpsell;
}

/** What names the item in `input`, with its ids as text, since shops have numbers too; undefined where it lacks one. */
export function toNamedItem(input: unknown): NamedItem | undefined {
  if (!isRecord(input)) return undefined;
  const cartItemId = toIdText(input['cartItemId']);
  const product = toProduct(input);
  if (!cartItemId || !product) return undefined;
  const quantityMustBeSynchronized = input['quantityMustBeSynchronized'] === true || undefined;
  return { key: productKey(product), upsell: { cartItemId, ...product, quantityMustBeSynchronized } };
}

/** An item that never changes. */
export interface KnownItem extends NamedItem {
  /** All of it, so that one with the same words is known again: each message makes a new object. */
  readonly text: string;
}

const known = new WeakMap<CartItem, KnownItem>();

/** What is to be known of a cart item: worked out once, since a cart is read again and again. */
export function knowItem(item: CartItem): KnownItem {
  let it = known.get(item);
  if (!it) {
    // A cart item has its ids.
    it = { ...(toNamedItem(item) as NamedItem), text: JSON.stringify(item) };
    known.set(item, it);
  }
  return it;
}
