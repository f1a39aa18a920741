/** What a shop's tests say that a shopper has paid for the upsells of an order, after all refunds. */
export interface Charge {
  /** The cart that was paid. */
  readonly cartId: string;
  /** The order that was paid, as `cart/confirm` has it. */
  readonly orderId: string;
  /** Empty: the order is paid and has no upsell. */
  readonly items: readonly ChargedItem[];
}

/** What was paid for one item, in major units. */
export interface ChargedItem {
  /** As `cart/reserve` has answered it. */
  readonly cartItemId: string;
  /** Of all pieces, in major units of `currency`: 19.99. */
  readonly totalPrice: number;
  /** ISO 4217, such as `USD`. */
  readonly currency: string;
}
