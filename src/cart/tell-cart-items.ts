import type { UpsellQuantity } from '../model/index.ts';
import type { CartUpsell, UpsellElement } from './cart.ts';

/** What was filled in for each element: any other `cartItems` is the page's own. */
const filled = new WeakMap<UpsellElement, string>();

/**
 * Puts the upsells that the page's cart has into the placement attribute `cartItems`, beside the page's own
 * attributes: the first-party launcher opens with them. One that the page has set itself is left alone.
 */
export function tellCartItems(element: UpsellElement, upsells: Iterable<UpsellQuantity<CartUpsell>>): void {
  const attributes = element.placementAttributes as Record<string, unknown>;
  // What is no object is a fault of the page's, which the element reports.
  if (Object(attributes) !== attributes) return;
  const { cartItems } = attributes;
  if (cartItems !== undefined && cartItems !== filled.get(element)) return;
  const text = JSON.stringify(
    [...upsells].map(({ upsell, quantity }) => ({ ...upsell, quantity })),
    ['cartItemId', 'catalogItemId', 'linkedProductId', 'quantity'],
  );
  if (text === (cartItems ?? '[]')) return;
  filled.set(element, text);
  element.placementAttributes = { ...attributes, cartItems: text };
}
