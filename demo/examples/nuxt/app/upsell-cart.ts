import type { Cart } from 'rokt-upsell/cart';
import type { useCart } from './cart-store.ts';

/** The Pinia store as `connectCart` takes it. */
export function toUpsellCart(store: ReturnType<typeof useCart>): Cart {
  return {
    lines: () => [
      ...store.products,
      ...store.upsells.map((upsell) => ({
        productId: upsell.catalogItemId,
        quantity: upsell.wanted ?? upsell.quantity,
        upsell,
      })),
    ],
    // `sync`: a change is heard in its own task. `detached`: also while no component is there.
    subscribe: (listener) => store.$subscribe(() => listener(), { flush: 'sync', detached: true }),
    setUpsell: (change) => store.setUpsell(change),
    removeUpsell: (change) => store.removeUpsell(change),
  };
}
