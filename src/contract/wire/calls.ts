// Made from the schemas of src/contract by `npm run wire`.

import type { Attributes } from './fields.ts';

/** Asks whether the upsell page is worth showing. */
export interface AnyRequest {
  /** The partner’s id of this cart. */
  readonly cartId: string;
  /** The page that would show the offers. */
  readonly pageIdentifier?: string;
  /** Where that page is. */
  readonly url?: string;
  readonly attributes?: Attributes;
}

/** Whether there is anything to show. */
export interface AnyAnswer {
  /** True when a selection with the same input would hold an offer. */
  readonly result: boolean;
}

/** Undoes the confirmation of one item. */
export interface CancelRequest {
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
}

/** The item is cancelled, and its provider is told. */
export interface CancelAnswer {
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
  /** The item went through. */
  readonly success: true;
}

/** What the page’s cart holds already of one upsell. */
export interface HeldItem {
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The product. */
  readonly catalogItemId: string;
  /** The product of the page that it belongs to. */
  readonly linkedProductId?: string;
  /** How many the cart holds. */
  readonly quantity: number;
}

/** Asks for the offers for one shopper. Sent by the browser, without a key. What cannot be used of the attributes is cut or left out and named in the answer, and costs nobody the offers. */
export interface SelectionRequest {
  /** The public id of the account. */
  readonly accountId: string;
  /** The session so far, in characters of a header; without one a new session begins. */
  readonly sessionId?: string;
  /** The page that shows the offers. */
  readonly identifier?: string;
  readonly attributes?: Attributes;
  /** For opening quantities, by product; what the service holds under one of these ids is not sold out to the page. The first 200 count; what makes no sense among them is passed over and costs nobody the offers. */
  readonly heldItems?: readonly HeldItem[];
}
