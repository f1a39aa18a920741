import type { CartItem } from '../model/index.ts';

/** A sound cart item with the fields of `given`; its total is the product of its price and quantity. */
export function buildCartItem(given: Partial<CartItem> = {}): CartItem {
  const { quantity = 1, unitPrice = 35, catalogItemId = 'parking-a' } = given;
  return {
    cartItemId: `item-${catalogItemId}`,
    catalogItemId,
    currency: 'USD',
    description: 'Parking close by',
    name: 'Parking',
    providerData: '{}',
    quantity,
    unitPrice,
    totalPrice: unitPrice * quantity,
    ...given,
  };
}
