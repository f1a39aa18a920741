import type { Cart } from 'rokt-upsell/cart';
import type { StoreApi } from 'zustand';
import type { CartState } from './cart-store.ts';

/** The Zustand store as `connectCart` takes it. */
export function toUpsellCart({ getState, subscribe }: StoreApi<CartState>): Cart {
  return {
    lines() {
      const { products, upsells } = getState();
      const lines = upsells.map((upsell) => ({
        productId: upsell.catalogItemId,
        quantity: upsell.wanted ?? upsell.quantity,
        upsell,
      }));
      return [...products, ...lines];
    },
    subscribe: (listener) => subscribe(listener),
    setUpsell: (change) => getState().setUpsell(change),
    removeUpsell: (change) => getState().removeUpsell(change),
  };
}
