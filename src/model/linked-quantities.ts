import { productKey } from './cart-item.ts';
import { isQuantity } from './input.ts';

/**
 * How an upsell follows the product it hangs on: `synchronized` has its quantity, `at-most` falls with it and never
 * rises, `independent` goes only when the product goes.
 */
export type LinkedPolicy = 'synchronized' | 'at-most' | 'independent';

/** What names an upsell in a cart, whatever its quantity. */
export interface LinkedItem {
  readonly catalogItemId: string;
  readonly linkedProductId?: string | undefined;
}

/** One line of a cart: a product of the page's own, or an upsell. */
export interface QuantityLine<U extends LinkedItem = LinkedItem> {
  readonly productId: string;
  readonly quantity: number;
  readonly upsell?: U | undefined;
}

/** All lines of one upsell together. */
export interface UpsellQuantity<U extends LinkedItem = LinkedItem> {
  readonly upsell: U;
  readonly quantity: number;
}

/** A cart as quantities: products by id, upsells by {@link productKey}. */
export interface CartQuantities<U extends LinkedItem = LinkedItem> {
  readonly products: ReadonlyMap<string, number>;
  readonly upsells: ReadonlyMap<string, UpsellQuantity<U>>;
}

/**
 * The quantities in `lines`; lines of one product, and lines of one upsell, are summed.
 *
 * @throws {RangeError} when a quantity is no whole number of at least 0
 */
export function toCartQuantities<U extends LinkedItem>(lines: Iterable<QuantityLine<U>>): CartQuantities<U> {
  const products = new Map<string, number>();
  const upsells = new Map<string, UpsellQuantity<U>>();
  for (const { productId, quantity, upsell } of lines) {
    if (!isQuantity(quantity)) throw new RangeError(`${productId}: quantity ${String(quantity)}`);
    if (upsell) {
      const key = productKey(upsell);
      const sum = quantity + (upsells.get(key)?.quantity ?? 0);
      upsells.set(key, { upsell, quantity: sum });
    } else products.set(productId, quantity + (products.get(productId) ?? 0));
  }
  return { products, upsells };
}

/**
 * The quantity that an upsell may have of the `wished` one.
 *
 * @param product how many of the linked product there are; undefined for an upsell that hangs on none
 * @param policy undefined is `independent`
 */
export function linkedQuantity(
  wished: number,
  product: number | undefined,
  policy: LinkedPolicy | undefined,
): number {
  if (product === undefined || wished === 0) return wished;
  if (product === 0 || policy === 'synchronized') return product;
  return policy === 'at-most' ? Math.min(wished, product) : wished;
}

/** How many of the linked product are in the cart; undefined for an upsell that hangs on none. */
export function linkedProductQuantity(
  products: ReadonlyMap<string, number>,
  { linkedProductId }: LinkedItem,
): number | undefined {
  return linkedProductId == null ? undefined : (products.get(linkedProductId) ?? 0);
}

/** `cart` with each upsell at the quantity that its product and policy allow. Normalising twice is normalising once. */
export function normaliseCart<U extends LinkedItem>(
  cart: CartQuantities<U>,
  policyOf: (upsell: U) => LinkedPolicy,
): CartQuantities<U> {
  const upsells = new Map<string, UpsellQuantity<U>>();
  for (const [key, entry] of cart.upsells) {
    const { upsell } = entry;
    const product = linkedProductQuantity(cart.products, upsell);
    const quantity = linkedQuantity(entry.quantity, product, policyOf(upsell));
    upsells.set(key, quantity === entry.quantity ? entry : { upsell, quantity });
  }
  return { products: cart.products, upsells };
}
