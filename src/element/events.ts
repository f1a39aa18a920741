import type {
  CartItem,
  CartItemChange,
  CartItemOrigin,
  Consent,
  ServedBy,
  UpdateFailed,
  UpsellError,
} from '../model/index.ts';

/** One item changed in the placements; `cartItems` is the whole state after it. */
export interface CartItemUpdatedDetail {
  /** The item now, or null when it is gone. */
  readonly cartItem: CartItem | null;
  /** The item before, or null when it is new. */
  readonly oldCartItem: CartItem | null;
  readonly change: CartItemChange;
  /**
   * Who caused it: this page's request, the shopper, a stated requirement, a placement that does not say; or `selection`:
   * what an earlier selection held is gone, has a new id, or was opened with.
   */
  readonly origin: CartItemOrigin;
  /** What the shopper agreed to, where the launcher tells. */
  readonly consent?: Consent | undefined;
  readonly cartItems: readonly CartItem[];
  /**
   * Hands in the page's own work on this change; if it rejects, the last quantity that the page has taken is sent back. Only
   * while the event is dispatched: later it throws an `InvalidStateError`.
   */
  waitUntil(work: Promise<unknown>): void;
}

/** What is known of the placements. */
export interface PlacementsDetail {
  /** How many are usable. */
  readonly count?: number;
  readonly sessionId?: string | undefined;
  readonly servedBy: ServedBy;
}

/** A wish that was not fulfilled, and that nobody has a promise for. */
export type UpdateFailedDetail = UpdateFailed;

/** One item changed in the placements. */
export type CartItemUpdatedEvent = CustomEvent<CartItemUpdatedDetail>;
/** A selection has started. */
export type PlacementsLoadingEvent = CustomEvent<PlacementsDetail>;
/** Placements are usable. */
export type PlacementsReadyEvent = CustomEvent<PlacementsDetail>;
/** There is no offer. */
export type PlacementsEmptyEvent = CustomEvent<PlacementsDetail>;
/** The last placement has closed. */
export type PlacementsClosedEvent = CustomEvent<PlacementsDetail>;
/** No placement is usable. */
export type PlacementsFailedEvent = CustomEvent<{ readonly error: UpsellError }>;
/** Something failed that ends nothing. */
export type UpsellErrorEvent = CustomEvent<{ readonly error: UpsellError }>;
/** A wish that nobody has a promise for was not fulfilled. */
export type UpdateFailedEvent = CustomEvent<UpdateFailedDetail>;
/** The shopper engaged with an offer. */
export type OfferEngagedEvent = CustomEvent<{ readonly kind: 'any' | 'positive' }>;
/** A link wants to open; cancelable. */
export type LinkRequestedEvent = CustomEvent<{ readonly url: string }>;

/** Every event of `<rokt-upsell>`; all bubble and are composed. */
export interface RoktUpsellEventMap {
  'cart-item-updated': CartItemUpdatedEvent;
  'placements-loading': PlacementsLoadingEvent;
  'placements-ready': PlacementsReadyEvent;
  'placements-empty': PlacementsEmptyEvent;
  'placements-closed': PlacementsClosedEvent;
  'placements-failed': PlacementsFailedEvent;
  'upsell-error': UpsellErrorEvent;
  'update-failed': UpdateFailedEvent;
  'offer-engaged': OfferEngagedEvent;
  'link-requested': LinkRequestedEvent;
}

/** What the page is told with an event of the map. */
export type DetailOf<K extends keyof RoktUpsellEventMap> = RoktUpsellEventMap[K]['detail'];

/** A bubbling, composed event of the map. */
export function toUpsellEvent<K extends keyof RoktUpsellEventMap>(
  type: K,
  detail: DetailOf<K>,
): CustomEvent<DetailOf<K>> {
  // A link is the one thing that the page may take over.
  const cancelable = type === 'link-requested';
  return new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail });
}
