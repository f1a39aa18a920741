import type { RoktUpsellEventMap } from '../element/index.ts';

/** `CartItemUpdated` of `cart-item-updated`. */
export type Pascal<Type extends string> = Type extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${Pascal<Rest>}`
  : Capitalize<Type>;

/** Each prop of the component that listens, with the event of the element that it listens to. */
export const events = {
  onCartItemUpdated: 'cart-item-updated',
  onPlacementsLoading: 'placements-loading',
  onPlacementsReady: 'placements-ready',
  onPlacementsEmpty: 'placements-empty',
  onPlacementsClosed: 'placements-closed',
  onPlacementsFailed: 'placements-failed',
  onUpsellError: 'upsell-error',
  onUpdateFailed: 'update-failed',
  onOfferEngaged: 'offer-engaged',
  onLinkRequested: 'link-requested',
} as const satisfies { readonly [Type in keyof RoktUpsellEventMap as `on${Pascal<Type>}`]: Type };

/** The props that listen, each with its own event's type. */
export type EventProps = {
  readonly [Type in keyof RoktUpsellEventMap as `on${Pascal<Type>}`]?:
    ((event: RoktUpsellEventMap[Type]) => void) | undefined;
};
