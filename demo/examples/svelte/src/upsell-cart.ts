import type { Cart } from 'rokt-upsell/cart';
import { toStore } from 'svelte/store';
import type { ShopCart } from './cart.svelte.ts';

/** The cart's runes as `connectCart` takes them. */
export function toUpsellCart(cart: ShopCart): Cart {
  const lines = () => [
    ...cart.products.map(({ productId, quantity }) => ({ productId, quantity })),
    ...cart.upsells.map((upsell) => ({
      productId: upsell.catalogItemId,
      quantity: upsell.wanted ?? upsell.quantity,
      upsell,
    })),
  ];
  return {
    lines,
    // A store of what `lines` reads: its subscribers hear of each change, also while no component is there.
    subscribe: (listener) => toStore(lines).subscribe(() => listener()),
    setUpsell: (change) => cart.setUpsell(change),
    removeUpsell: (change) => cart.removeUpsell(change),
  };
}
