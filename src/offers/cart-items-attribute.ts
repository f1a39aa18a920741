import { isQuantity, isRecord, productKey } from '../model/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';

/** What the page's cart already holds of an offer. */
export interface KnownCartItem {
  readonly cartItemId: string;
  readonly quantity: number;
}

/**
 * The upsells that the page's cart holds, by {@link productKey}, from the attribute `cartItems`: JSON, or the array itself,
 * of `{cartItemId, catalogItemId, linkedProductId?, quantity}`. Entries that are no such thing are passed over: they
 * set opening quantities only, and a shopper can mend those.
 */
export function readCartItems({ cartItems }: PlacementAttributes): Map<string, KnownCartItem> {
  let entries: unknown = cartItems;
  try {
    if (typeof cartItems === 'string') entries = JSON.parse(cartItems);
  } catch {
    // No JSON holds no items.
  }
  const known = new Map<string, KnownCartItem>();
  for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
    if (!isRecord(entry)) continue;
    const { cartItemId, catalogItemId, linkedProductId, quantity } = entry;
    if (typeof cartItemId !== 'string' || typeof catalogItemId !== 'string' || !isQuantity(quantity))
      continue;
    const product =
      typeof linkedProductId === 'string' ? { catalogItemId, linkedProductId } : { catalogItemId };
    known.set(productKey(product), { cartItemId, quantity });
  }
  return known;
}
