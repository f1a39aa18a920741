import { productKey } from '../model/index.ts';
import type { CartUpsell } from './cart.ts';

/** What one item is known by on both sides: its product, and the page's product that it hangs on. */
export type ItemKey = string;

/** An item by its key, and what names it. */
export interface NamedItem {
  readonly key: ItemKey;
  readonly upsell: CartUpsell;
}

/** An id as text, since shops have numbers too; undefined for what is none. */
export function toIdText(id: unknown): string | undefined {
  if (typeof id === 'string') return id === '' ? undefined : id;
  return Number.isFinite(id) ? String(id) : undefined;
}

/** What names `item`, with its ids as text; undefined where it lacks one. An empty link is none. */
export function toNamedItem(item: Partial<Readonly<Record<string, unknown>>>): NamedItem | undefined {
  const cartItemId = toIdText(item['cartItemId']);
  const catalogItemId = toIdText(item['catalogItemId']);
  if (cartItemId === undefined || catalogItemId === undefined) return undefined;
  const linkedProductId = toIdText(item['linkedProductId']);
  const quantityMustBeSynchronized = item['quantityMustBeSynchronized'] === true || undefined;
  const upsell = { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized };
  return { key: productKey(upsell), upsell };
}

const names = new WeakMap<object, NamedItem>();

/** The same of an object that never changes: worked out once, since a cart is read again and again. */
export function nameOfFrozen(item: object): NamedItem | undefined {
  const known = names.get(item) ?? toNamedItem(item);
  if (known) names.set(item, known);
  return known;
}
