import { productKey } from './cart-item.ts';
import type { HeldItem } from './held-item.ts';
import { isQuantity, isRecord } from './input.ts';

/** The most held items that a request for offers carries; what comes after them does not count. */
export const HELD_ITEMS_LIMIT = 200;

/** What is held of one product, from however many impressions. */
export interface HeldProduct {
  /** The ids of these impressions. */
  readonly cartItemIds: readonly string[];
  readonly quantity: number;
  /** What one costs as it is held, as far as that is told. */
  readonly price: Pick<HeldItem, 'unitPrice' | 'currency'>;
}

/** The held items that `input` lists, with their ids as text. Whatever makes no sense in it is passed over. */
export function toHeldItems(input: unknown): readonly HeldItem[] {
  return Array.isArray(input) ? input.flatMap((entry: unknown) => toHeldItem(entry) ?? []) : [];
}

/** What is held of each product in a list of held items, by {@link productKey}; several entries of one product add up. */
export function toHeldProducts(input: unknown): ReadonlyMap<string, HeldProduct> {
  const products = new Map<string, HeldProduct>();
  for (const entry of Array.isArray(input) ? (input as unknown[]) : []) {
    const item = toHeldItem(entry);
    if (!item) continue;
    const key = productKey(item);
    const before = products.get(key);
    products.set(key, {
      cartItemIds: [...(before?.cartItemIds ?? []), item.cartItemId],
      quantity: (before?.quantity ?? 0) + item.quantity,
      price: entry as HeldItem,
    });
  }
  return products;
}

function toHeldItem(entry: unknown): HeldItem | undefined {
  if (!isRecord(entry)) return undefined;
  const { quantity } = entry;
  const cartItemId = toIdText(entry['cartItemId']);
  const product = toProduct(entry);
  return cartItemId && product && isQuantity(quantity) ? { cartItemId, ...product, quantity } : undefined;
}

/** The product that `input` names, with its ids as text; undefined where it names none. */
export function toProduct({
  catalogItemId,
  linkedProductId,
}: Readonly<Record<string, unknown>>): Pick<HeldItem, 'catalogItemId' | 'linkedProductId'> | undefined {
  const product = toIdText(catalogItemId);
  // An empty link is none.
  const link = toIdText(linkedProductId ?? '');
  if (!product || link === undefined) return undefined;
  return link === '' ? { catalogItemId: product } : { catalogItemId: product, linkedProductId: link };
}

/** An id as text, since some carts have numbers; undefined for what is neither. */
export function toIdText(id: unknown): string | undefined {
  if (typeof id === 'string') return id;
  return Number.isFinite(id) ? String(id) : undefined;
}
