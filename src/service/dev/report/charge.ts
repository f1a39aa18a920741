/** What a shop's tests say that a shopper has paid for the upsells of an order, after all refunds. */
export interface Charge {
  readonly cartId: string;
  readonly orderId: string;
  /** Empty: the order is paid and has no upsell. */
  readonly items: readonly ChargedItem[];
}

/** What was paid for one item, in major units. */
export interface ChargedItem {
  readonly cartItemId: string;
  readonly totalPrice: number;
  readonly currency: string;
}
