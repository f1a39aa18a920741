import type { RoktUpsellElement, UpsellPhase } from 'rokt-upsell';
import { connectCart } from 'rokt-upsell/cart';
import { RoktUpsell } from 'rokt-upsell/react';
import { useEffect, useRef } from 'react';
import { totalPrice } from '../cart-sums.ts';
import { useCart } from '../cart-store.ts';
import { log, logEvent } from '../log.ts';
import { money } from '../shop.ts';
import { toUpsellCart } from '../upsell-cart.ts';

/** What the offers are chosen by. */
export const concert = {
  eventId: '1100526195FA115A',
  venueName: 'Madison Square Garden',
  eventdate: '20311212',
  country: 'US',
  locale: 'en-US',
};

interface Props {
  /** The properties that say where the offers come from. */
  readonly launcher: { offersUrl?: string; sdkUrl?: string };
  readonly phase: UpsellPhase;
  /** Is told each phase that the upsell comes to. */
  readonly onPhase: (phase: UpsellPhase) => void;
}

/** The upsell, aligned with the shop's cart for as long as it is on the page. */
export function UpsellOffers({ launcher, phase, onPhase }: Props) {
  const upsell = useRef<RoktUpsellElement>(null);
  const cartTotal = useCart((cart) => money.toDecimal(totalPrice(cart)));

  useEffect(() => {
    if (!upsell.current) return;
    return connectCart(upsell.current, toUpsellCart(useCart), {
      onConflict({ kind, cartItemId, cartQuantity, placementQuantity, wanted }) {
        log('conflict', { kind, cartItemId, cartQuantity, placementQuantity, wanted });
        useCart.getState().dropWish(cartItemId);
      },
    });
  }, []);

  const hear = (event: CustomEvent) => {
    logEvent(event);
    // Once it is off the page, the upsell closes its placements.
    if (upsell.current) onPhase(upsell.current.phase);
  };

  return (
    <section className="upsell" aria-label="Extras for your order" data-phase={phase}>
      <RoktUpsell
        ref={upsell}
        accountId="222"
        identifier="checkout.upsell"
        {...launcher}
        placementAttributes={{ ...concert, cartTotal }}
        onCartItemUpdated={hear}
        onPlacementsLoading={hear}
        onPlacementsReady={hear}
        onPlacementsEmpty={hear}
        onPlacementsFailed={hear}
        onPlacementsClosed={hear}
        onOfferEngaged={hear}
        onLinkRequested={hear}
        onUpsellError={hear}
        onUpdateFailed={hear}
      >
        <p slot="loading" className="upsell-note">
          Looking for extras for your order …
        </p>
        <p slot="failed" className="upsell-note">
          Extras cannot be shown right now. Your order is not affected.
        </p>
      </RoktUpsell>
    </section>
  );
}
