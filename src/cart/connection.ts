import { align } from './align.ts';
import type { Cart, ConnectCartOptions, UpsellElement } from './cart.ts';
import { CartAlignment } from './cart-alignment.ts';
import type { Align } from './tracked-items.ts';

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
  alignBy: Align = align,
): () => void {
  connections.get(element)?.();
  const alignment = alignments.get(cart) ?? new CartAlignment(cart, alignBy);
  alignments.set(cart, alignment);
  const connected = alignment.join(element, options);
  const end = () => {
    if (connected.hasEnded) return;
    if (alignment.leave(connected)) alignments.delete(cart);
  };
  connections.set(element, end);
  return end;
}
