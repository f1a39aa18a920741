export type { Offer, OfferedItem, OffersDocument, PlacementDocument } from '../contract/wire.ts';
export { createOffersLauncher, type OffersLauncherOptions } from './offers-launcher.ts';
export { RoktUpsellOffersElement } from './offers-element.ts';
