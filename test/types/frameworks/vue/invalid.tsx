import type { CartItemUpdatedEvent, PlacementsReadyEvent } from 'rokt-upsell';

declare const ready: (event: PlacementsReadyEvent) => void;
declare const updated: (event: CartItemUpdatedEvent) => void;

// error TS2322 acountId
export const misspelt = <rokt-upsell acountId="222" />;
// error TS2322 PlacementsReadyEvent
export const otherEvent = <rokt-upsell onCart-item-updated={ready} />;
// error TS2322 onCartItemUpdatd
export const misspeltEvent = <rokt-upsell onCartItemUpdatd={updated} />;
