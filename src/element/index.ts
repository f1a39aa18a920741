export type {
  Consent,
  CartItem,
  CartItemChange,
  CartItemOrigin,
  ServedBy,
  UpdateOutcome,
} from '../model/index.ts';
export { toMinorUnits, UpsellError, type UpsellErrorCode, type UpsellPhase } from '../model/index.ts';
export type { Launcher, LauncherOptions, Placement, PlacementAttributes, Selection } from '../sdk/index.ts';
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
export { RoktUpsellElement } from './rokt-upsell-element.ts';
