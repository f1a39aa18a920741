'use client';

import * as React from 'react';
import type { RoktUpsellElement } from 'rokt-upsell';
import { type Cart, connectCart } from 'rokt-upsell/cart';
import { RoktUpsell } from 'rokt-upsell/react';

const concert = { eventId: '1100526195FA115A', venueName: 'Madison Square Garden' };

interface Props {
  readonly cart: Cart;
  /** Is told why no offer can be shown; the checkout goes on. */
  readonly onFailed: (code: string) => void;
}

/** The upsell, aligned with the shop's cart for as long as it is on the page. */
export function UpsellOffers({ cart, onFailed }: Props) {
  const upsell = React.useRef<RoktUpsellElement>(null);

  React.useEffect(() => {
    if (!upsell.current) return;
    return connectCart(upsell.current, cart);
  }, [cart]);

  return (
    <RoktUpsell
      ref={upsell}
      accountId="222"
      identifier="checkout.upsell"
      placementAttributes={concert}
      onPlacementsFailed={({ detail }) => onFailed(detail.error.code)}
    >
      <p slot="failed">Extras cannot be shown right now. Your order is not affected.</p>
    </RoktUpsell>
  );
}
