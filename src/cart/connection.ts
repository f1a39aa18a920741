import type { align } from './align.ts';
import type { Cart, ConnectCartOptions, UpsellElement } from './cart.ts';
import { CartAlignment } from './cart-alignment.ts';

/** Ends the connection that an element has: it has one cart. */
const connections = new WeakMap<UpsellElement, () => void>();
/** Elements of one cart are aligned together. */
const alignments = new WeakMap<Cart, CartAlignment>();

/**
 * Connects `element` with `cart`, until the result is called.
 *
 * @param alignBy the reducer, for a cart that no other element is connected to
 */
export function connect(
  element: UpsellElement,
  cart: Cart,
  options: ConnectCartOptions,
  alignBy?: typeof align,
): () => void {
  connections.get(element)?.();
  const alignment = alignments.get(cart) ?? new CartAlignment(cart, alignBy);
  alignments.set(cart, alignment);
  alignment.join(element, options);
  const end = () => {
    if (connections.get(element) !== end) return;
    connections.delete(element);
    if (alignment.leave(element)) alignments.delete(cart);
  };
  connections.set(element, end);
  return end;
}
