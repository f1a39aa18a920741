export type {
  Offer,
  OfferedItem,
  OfferImage,
  OfferRequired,
  OffersDocument,
  OfferTerms,
  PlacementDocument,
} from '../contract/wire.ts';
export { createOffersLauncher, type OffersLauncherOptions } from './offers-launcher.ts';
export type { Language } from './languages.ts';
export type { OfferMessages } from './messages.ts';
export type { OffersPage } from './offers-page.ts';
export type { ItemWork } from '../sdk/index.ts';
export type { OfferItem } from './offer-item.ts';
export { RoktUpsellOffersElement } from './offers-element.ts';
export type { OffersListener } from './offers-listener.ts';
