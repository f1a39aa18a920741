import type { UpsellQuantity } from '../model/index.ts';
import type { CartUpsell, UpsellElement } from './cart.ts';

/**
 * Hands what the page's cart holds to the next selection of `element`, so that it opens with that; the one that runs hears it
 * from the connection, item by item.
 */
export function handHeldItems(element: UpsellElement, upsells: Iterable<UpsellQuantity<CartUpsell>>): void {
  const items = [...upsells].map(({ upsell, quantity }) => {
    const { cartItemId, catalogItemId, linkedProductId } = upsell;
    return { cartItemId, catalogItemId, linkedProductId, quantity };
  });
  // Until it is upgraded the element has no property at all.
  const { heldItems } = element as Partial<UpsellElement>;
  if (JSON.stringify(heldItems) === JSON.stringify(items)) return;
  element.heldItems = Object.assign(items, { isForNextStart: true });
}
