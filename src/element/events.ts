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
  /** What has become of the item, by its quantity before and after. */
  readonly change: CartItemChange;
  /**
   * Who caused it: this page's request, the shopper, a stated requirement, a placement that does not say; or `selection`:
   * what an earlier selection held is gone, has a new id, or was opened with.
   */
  readonly origin: CartItemOrigin;
  /** What the shopper agreed to, where the launcher tells. */
  readonly consent?: Consent | undefined;
  /** All that the placements hold after this change, none at quantity 0. */
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
  /** The session id that the partner’s server needs; undefined where the launcher has told none yet. */
  readonly sessionId?: string | undefined;
  /** Which kind of launcher serves the selection. */
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
  /** One item changed in the placements. */
  'cart-item-updated': CartItemUpdatedEvent;
  /** A selection has started. */
  'placements-loading': PlacementsLoadingEvent;
  /** Placements are usable. */
  'placements-ready': PlacementsReadyEvent;
  /** There is no offer. */
  'placements-empty': PlacementsEmptyEvent;
  /** The last placement has closed. */
  'placements-closed': PlacementsClosedEvent;
  /** No placement is usable. */
  'placements-failed': PlacementsFailedEvent;
  /** Something failed that ends nothing. */
  'upsell-error': UpsellErrorEvent;
  /** A wish that nobody has a promise for was not fulfilled. */
  'update-failed': UpdateFailedEvent;
  /** The shopper engaged with an offer. */
  'offer-engaged': OfferEngagedEvent;
  /** A link wants to open; cancelable. */
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
