export type { Offer, OfferedItem, OffersDocument, PlacementDocument } from './offers-document.ts';
export { createOffersLauncher, type OffersLauncherOptions } from './offers-launcher.ts';
export { RoktUpsellOffersElement } from './offers-element.ts';
