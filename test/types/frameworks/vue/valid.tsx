import type { CartItemUpdatedEvent, RoktUpsellEventMap } from 'rokt-upsell';
import type { JSX } from 'vue/jsx-runtime';

type Props = JSX.IntrinsicElements['rokt-upsell'];
type Uncovered = Exclude<`on${Capitalize<keyof RoktUpsellEventMap>}`, keyof Props>;
export const uncovered: Uncovered[] = [] satisfies never[];

declare const updated: (event: CartItemUpdatedEvent) => void;
export const upsell = (
  <rokt-upsell
    accountId="222"
    placementAttributes={{ eventId: '1100526195FA115A' }}
    onCart-item-updated={updated}
    onPlacementsReady={({ detail }) => detail.count}
  />
);
