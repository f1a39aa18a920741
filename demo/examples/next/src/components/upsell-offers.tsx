import type { RoktUpsellElement } from 'rokt-upsell';
import { type Cart, connectCart } from 'rokt-upsell/cart';
import { RoktUpsell, type RoktUpsellProps } from 'rokt-upsell/react';
import concert from '../../../../stories/concert.json';
import * as shop from '../../../shared/shop.js';
import { change, order, useCheckout } from '../checkout-store.ts';

/** The Zustand store as `connectCart` takes it. */
const cart: Cart = {
  lines: () => shop.connectedLines(useCheckout.getState().cart),
  subscribe: (listener) => useCheckout.subscribe(listener),
  setUpsell: (told) => change(shop.withUpsell, told),
  removeUpsell: (told) => change(shop.withoutUpsell, told),
};

/** Aligns the tag with the shop's cart for as long as it is on the page. */
function align(upsell: RoktUpsellElement) {
  const log = shop.showLog(upsell);
  return connectCart(upsell, cart, {
    onConflict(conflict) {
      log('conflict', conflict);
      change(shop.withoutWish, conflict.cartItemId);
    },
  });
}

/** The upsell. `source` says whose offers there are, and where they come from. */
export function UpsellOffers({ source }: { readonly source: RoktUpsellProps }) {
  return (
    <section className="upsell" aria-label={shop.words.extrasTitle}>
      <RoktUpsell
        ref={align}
        identifier={concert.identifier}
        {...source}
        placementAttributes={concert.attributes}
        onPlacementsReady={({ detail }) => order.useSession(detail.sessionId)}
      >
        <p slot="loading">{shop.words.extrasLoading}</p>
        <p slot="empty">{shop.words.noExtras}</p>
        <p slot="failed">{shop.words.extrasFailed}</p>
      </RoktUpsell>
    </section>
  );
}
