export type {
  Consent,
  CartItem,
  CartItemChange,
  CartItemOrigin,
  HeldItem,
  HeldItems,
  ServedBy,
  StatedOrigin,
  UpdateFailed,
  UpdateOutcome,
} from '../model/index.ts';
export { toMinorUnits, UpsellError, type UpsellErrorCode, type UpsellPhase } from '../model/index.ts';
export type {
  GivenLauncher,
  Launcher,
  LauncherOptions,
  MadeLauncher,
  Placement,
  PlacementAttributes,
  RoktGlobal,
  Selection,
  SelectPlacementsOptions,
  SourceProperties,
  Subscriber,
} from '../sdk/index.ts';
export type { UpdateResult, UpdateWish } from '../selection/index.ts';
export type {
  CartItemUpdatedDetail,
  CartItemUpdatedEvent,
  LinkRequestedEvent,
  OfferEngagedEvent,
  PlacementsClosedEvent,
  PlacementsDetail,
  PlacementsEmptyEvent,
  PlacementsFailedEvent,
  PlacementsLoadingEvent,
  PlacementsReadyEvent,
  RoktUpsellEventMap,
  UpdateFailedDetail,
  UpdateFailedEvent,
  UpsellErrorEvent,
} from './events.ts';
export type { OfferMessages } from '../offers/index.ts';
export type { OptionDeclaration, UpsellOptions } from './options.ts';
export { RoktUpsellElement } from './rokt-upsell-element.ts';
export type { UpsellProperties } from './upsell-properties.ts';
