import { isRecord, productKey, toIdText, toProduct } from '../model/index.ts';
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

const names = new WeakMap<object, NamedItem>();

/** The same of an object that never changes: worked out once, since a cart is read again and again. */
export function nameOfFrozen(item: object): NamedItem | undefined {
  const known = names.get(item) ?? toNamedItem(item);
  if (known) names.set(item, known);
  return known;
}
