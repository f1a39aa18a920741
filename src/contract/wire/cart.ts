// Made from the schemas of src/contract by `npm run wire`.

import type { Attributes, Quantity } from './fields.ts';
import type { ConfirmError, ReleaseError, ReserveError } from './item-errors.ts';

/** One item to hold. */
export interface ReserveItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  readonly quantity: Quantity;
}

/** Holds stock and locks prices until the payment is done. */
export interface ReserveRequest {
  /** The partner’s id of this cart. */
  readonly cartId: string;
  /** What to hold; each cart item once. */
  readonly items: readonly ReserveItem[];
  /** Whether the shopper pays with PayPal. */
  readonly isPayPalPayment?: boolean;
  /** The PayPal merchant’s id. */
  readonly merchantId?: string;
  readonly attributes?: Attributes;
}

/** An item that is held at this price: charge what it says. */
export interface ReservedItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
  /** How many. */
  readonly quantity: number;
  /** What one costs, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly unitPrice: number;
  /** What all of them cost together, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly totalPrice: number;
  /** An ISO 4217 code such as "USD". */
  readonly currency: string;
  /** When the hold ends by itself. */
  readonly expirationDateTimeUtc: string;
  /** The item went through. */
  readonly success: true;
}

/** An item that is not held, and why. */
export interface UnreservedItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId?: string;
  /** How many. */
  readonly quantity?: number;
  /** The item was refused. */
  readonly success: false;
  readonly error: ReserveError;
}

/** Item by item, in the order of the request. */
export interface ReserveAnswer {
  /** The partner’s id of this cart. */
  readonly cartId: string;
  /** One for each item of the request, in its order. */
  readonly items: readonly (ReservedItem | UnreservedItem)[];
}

/** An item that is held. What is said of it must equal the hold. */
export interface ConfirmHeldItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
  readonly quantity?: Quantity;
  /** What one costs, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly unitPrice?: number;
  /** What all of them cost together, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly totalPrice?: number;
  /** An ISO 4217 code such as "USD". */
  readonly currency?: string;
}

/** An item to take by quantity, without a hold. */
export interface ConfirmUnheldItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  readonly itemReservationId?: never;
  readonly quantity: Quantity;
  /** What one costs, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly unitPrice?: number;
  /** What all of them cost together, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly totalPrice?: number;
  /** An ISO 4217 code such as "USD". */
  readonly currency?: string;
}

/** Told after the payment of every order, also of one without items. */
export interface ConfirmRequest {
  /** The partner’s id of this cart. */
  readonly cartId: string;
  /** The partner’s id of the order. */
  readonly orderId: string;
  /** What was paid; empty where the order has no upsell. */
  readonly items: readonly (ConfirmHeldItem | ConfirmUnheldItem)[];
  readonly attributes?: Attributes;
}

/** An item that is bought; its provider is told. */
export interface ConfirmedItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
  /** The id of what was bought. */
  readonly itemConfirmationId: string;
  /** Where the shopper finds it. */
  readonly itemConfirmationUrl: string;
  /** The item went through. */
  readonly success: true;
}

/** An item that is not bought, and why. */
export interface UnconfirmedItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId?: string;
  /** How many. */
  readonly quantity?: number;
  /** The item was refused. */
  readonly success: false;
  readonly error: ConfirmError;
}

/** Item by item, in the order of the request. */
export interface ConfirmAnswer {
  /** The partner’s id of this cart. */
  readonly cartId: string;
  /** The partner’s id of the order. */
  readonly orderId: string;
  /** One for each item of the request, in its order. */
  readonly items: readonly (ConfirmedItem | UnconfirmedItem)[];
}

/** One hold to end. */
export interface ReleaseItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
}

/** Ends holds before their time. */
export interface ReleaseRequest {
  /** The partner’s id of this cart. */
  readonly cartId: string;
  /** The holds to end. */
  readonly items: readonly ReleaseItem[];
  readonly attributes?: Attributes;
}

/** An item that is not held any more. */
export interface ReleasedItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
  /** The item went through. */
  readonly success: true;
}

/** An item whose hold could not be ended, and why. */
export interface UnreleasedItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId?: string;
  /** How many. */
  readonly quantity?: number;
  /** The item was refused. */
  readonly success: false;
  readonly error: ReleaseError;
}

/** Item by item, in the order of the request. */
export interface ReleaseAnswer {
  /** The partner’s id of this cart. */
  readonly cartId: string;
  /** One for each item of the request, in its order. */
  readonly items: readonly (ReleasedItem | UnreleasedItem)[];
}
