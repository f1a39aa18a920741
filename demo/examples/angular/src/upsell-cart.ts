import { effect, type Injector, untracked } from '@angular/core';
import type { Cart } from 'rokt-upsell/cart';
import type { ShopCart } from './shop-cart';

/** The cart's signals as `connectCart` takes them; they are watched for as long as `injector` lives. */
export function toUpsellCart(cart: ShopCart, injector: Injector): Cart {
  const lines = () => [
    ...cart.products(),
    ...cart.upsells().map((upsell) => ({
      productId: upsell.catalogItemId,
      quantity: upsell.wanted ?? upsell.quantity,
      upsell,
    })),
  ];
  return {
    lines,
    subscribe(listener) {
      const watching = effect(
        () => {
          lines();
          untracked(listener);
        },
        { injector },
      );
      return () => watching.destroy();
    },
    setUpsell: (change) => cart.setUpsell(change),
    removeUpsell: (change) => cart.removeUpsell(change),
  };
}
