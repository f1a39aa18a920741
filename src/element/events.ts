import type {
  CartItem,
  CartItemChange,
  CartItemOrigin,
  Consent,
  ServedBy,
  UpsellError,
} from '../model/index.ts';

/** One item changed in the placements; `cartItems` is the whole state after it. */
export interface CartItemUpdatedDetail {
  /** The item now, or null when it is gone. */
  readonly cartItem: CartItem | null;
  /** The item before, or null when it is new. */
  readonly oldCartItem: CartItem | null;
  readonly change: CartItemChange;
  /** Who caused it: this page's request, the shopper, a stated requirement, or a placement that does not say. */
  readonly origin: CartItemOrigin;
  /** What the shopper agreed to, where the launcher tells. */
  readonly consent?: Consent | undefined;
  readonly cartItems: readonly CartItem[];
  /** Hands in the page's own work on this change; if it rejects, the last quantity that the page has taken is sent back. */
  waitUntil(work: Promise<unknown>): void;
}

/** What is known of the placements. */
export interface PlacementsDetail {
  /** How many are usable. */
  readonly count?: number;
  readonly sessionId?: string | undefined;
  readonly servedBy: ServedBy;
}

/** A wish that came as a DOM event and was not fulfilled. */
export interface UpdateFailedDetail {
  readonly cartItemId?: string;
  readonly catalogItemId?: string;
  readonly linkedProductId?: string;
  readonly quantity?: number;
  /** An UpsellError, or the TypeError or RangeError of a misuse. */
  readonly error: Error;
}

/** Every event of `<rokt-upsell>`; all bubble and are composed. */
export interface RoktUpsellEventMap {
  'cart-item-updated': CustomEvent<CartItemUpdatedDetail>;
  'placements-loading': CustomEvent<PlacementsDetail>;
  'placements-ready': CustomEvent<PlacementsDetail>;
  'placements-empty': CustomEvent<PlacementsDetail>;
  'placements-closed': CustomEvent<PlacementsDetail>;
  'placements-failed': CustomEvent<{ readonly error: UpsellError }>;
  'upsell-error': CustomEvent<{ readonly error: UpsellError }>;
  'update-failed': CustomEvent<UpdateFailedDetail>;
  'offer-engaged': CustomEvent<{ readonly kind: 'any' | 'positive' }>;
  'link-requested': CustomEvent<{ readonly url: string }>;
}

/** A bubbling, composed event of the map. */
export function toUpsellEvent(
  type: keyof RoktUpsellEventMap,
  detail: unknown,
  cancelable = false,
): CustomEvent {
  return new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail });
}
