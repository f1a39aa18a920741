import type { CartItemUpdatedEvent, PlacementsReadyEvent } from 'rokt-upsell';

declare const ready: (event: PlacementsReadyEvent) => void;
declare const updated: (event: CartItemUpdatedEvent) => void;

// Properties
// error TS2322 acountId
export const misspelt = <rokt-upsell acountId="222" />;
// error TS2322 accountid
export const lowerCased = <rokt-upsell accountid="222" />;
// error TS2322 number
export const accountId = <rokt-upsell accountId={222} />;
// error TS2322 "soon"
export const loading = <rokt-upsell loading="soon" />;
// error TS2322 string
export const textForObject = <rokt-upsell placementAttributes='{"eventId":"1"}' />;
// error TS2322 string
export const textForFlag = <rokt-upsell sandbox="false" />;
// error TS2322 phase
export const readOnly = <rokt-upsell phase="ready" />;
// error TS2322 "soon"
export const timeout = <rokt-upsell timeout="soon" />;

// Attributes
// error TS2322 string
export const objectForText = <rokt-upsell placement-attributes={{ eventId: '1' }} />;
// error TS2322 "no"
export const flag = <rokt-upsell no-targeting="no" />;

// Events. JSX allows any other name with a hyphen; a misspelt one shows by its parameter, which has no type.
// error TS7006 event
export const misspeltEvent = <rokt-upsell oncart-item-updatd={(event) => updated(event)} />;
// error TS2322 PlacementsReadyEvent
export const otherEvent = <rokt-upsell oncart-item-updated={ready} />;
// error TS2551 cartItms
export const detail = <rokt-upsell oncart-item-updated={({ detail }) => detail.cartItms} />;
// error TS2322 onCartItemUpdated
export const camelCase = <rokt-upsell onCartItemUpdated={updated} />;
// error TS2322 string
export const text = <rokt-upsell oncart-item-updated="take()" />;
// error TS2322 RoktUpsellElement
export const ref = <rokt-upsell ref={(element: HTMLInputElement | null) => void element?.value} />;
// error TS2339 rokt-upsel
export const tag = <rokt-upsel />;
