// Made from the schemas of src/contract by `npm run wire`.

/** What the hold, or the offer, says: charge this. */
export interface HeldTerms {
  /** How many. */
  readonly quantity: number;
  /** What one costs, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly unitPrice: number;
  /** What all of them cost together, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly totalPrice: number;
  /** An ISO 4217 code such as "USD". */
  readonly currency: string;
}

/** The hold of the same cart that has taken the released one over: name this. */
export interface HoldSuccessor {
  /** The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`. */
  readonly itemReservationId: string;
  /** The id of one impression of an offer, from the placement’s cart item. */
  readonly cartItemId: string;
  /** How many. */
  readonly quantity: number;
  /** What one costs, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly unitPrice: number;
}
