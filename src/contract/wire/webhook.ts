// Made from the schemas of src/contract by `npm run wire`.

/** What was bought, at the price that was paid. */
export interface WebhookItem {
  /** The account that sold it. */
  readonly accountId: string;
  /** The partner’s id of this cart. */
  readonly cartId: string;
  /** The partner’s id of the order. */
  readonly orderId: string;
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
  /** The id of what was bought: one for each item. */
  readonly itemConfirmationId: string;
  /** The product. */
  readonly catalogItemId: string;
  /** The product of the page that this one belongs to. */
  readonly linkedProductId?: string;
  /** From the catalogue, as it was. */
  readonly providerData?: string;
  /** How many. */
  readonly quantity: number;
  /** What one costs, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly unitPrice: number;
  /** What all of them cost together, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly totalPrice: number;
  /** An ISO 4217 code such as "USD". */
  readonly currency: string;
}

/** An item was bought: fulfil it. */
export interface ItemConfirmed {
  readonly type: 'item.confirmed';
  /** When it was confirmed. */
  readonly timestamp: string;
  readonly data: WebhookItem;
}

/** A confirmed item was cancelled: undo it. */
export interface ItemCancelled {
  readonly type: 'item.cancelled';
  /** When it was cancelled. */
  readonly timestamp: string;
  readonly data: WebhookItem;
}

/** What a product’s provider is sent. */
export type WebhookBody = ItemConfirmed | ItemCancelled;
