import type { Cart, ConnectCartOptions, UpsellElement } from './cart.ts';
import { connect } from './connection.ts';

/**
 * Keeps the page's own `cart` and the upsells of `element` aligned, until the result is called.
 *
 * What the placements say is told to the cart; what the shopper changes in the cart is asked of the placements; linked
 * upsells follow their product. What stays different, and what fails, is told once by `onConflict`; nothing is thrown.
 * The element may be upgraded later, and a cart that is fetched says by `ready` when it is there: an upsell whose product is
 * not in a cart goes. Elements that share a cart are connected with the same object. Connecting an element again ends its
 * earlier connection.
 */
export function connectCart(
  element: UpsellElement,
  cart: Cart,
  options: ConnectCartOptions = {},
): () => void {
  return connect(element, cart, options);
}
