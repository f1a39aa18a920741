import * as React from 'react';
import type { RoktUpsellElement } from 'rokt-upsell';
import { RoktUpsell } from 'rokt-upsell/react';

const upsell = React.createRef<RoktUpsellElement>();

/** What is right compiles; each line after an expectation fails. */
export const written = (
  <>
    <RoktUpsell
      ref={upsell}
      accountId="222"
      offersUrl="/offers.json"
      placementAttributes={{ event: 'gala' }}
      loading="lazy"
      sandbox
      crossOrigin="anonymous"
      style={{ minHeight: 100 }}
      onClick={(event) => event.currentTarget.phase}
      onCartItemUpdated={({ detail }) => detail.cartItems.length}
      onPlacementsFailed={({ detail }) => detail.error.code}
      onLinkRequested={(event) => event.preventDefault()}
    />
    {/* @ts-expect-error: a property's name with a slip */}
    <RoktUpsell acountId="222" />
    {/* @ts-expect-error: an event's name with a slip */}
    <RoktUpsell onCartItemUpdate={() => {}} />
    {/* @ts-expect-error: a value that there is not */}
    <RoktUpsell loading="later" />
    {/* @ts-expect-error: another event's detail */}
    <RoktUpsell onOfferEngaged={({ detail }) => detail.cartItems} />
    {/* @ts-expect-error: read-only */}
    <RoktUpsell phase="ready" />
  </>
);
