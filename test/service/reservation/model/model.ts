/** A hold as the model has it: `held` until something ends it; when its time is up it just counts no more. */
export interface ModelHold {
  readonly id: string;
  readonly account: string;
  readonly cart: string;
  readonly item: string;
  readonly sku: string;
  readonly quantity: number;
  readonly price: number;
  readonly expiresAt: number;
  state: 'held' | 'released' | 'confirmed' | 'cancelled';
  order?: string;
}

/** What a line should come to: an error code, a hold that is there, or a new one. */
export type Expected = string | { readonly hold: ModelHold } | { readonly made: Omit<ModelHold, 'id'> };

interface Offer {
  readonly account: string;
  readonly sku: string;
  readonly price: number;
  readonly at: number;
}

export const BOUNDS = { minimum: 1, maximum: 3 };
const DAY = 24 * 3_600_000;

/** The outcome table over arrays: no rows, no locks, no sweeper. Stock is what the holds leave of the supply. */
export class Model {
  now: number;
  readonly holds: ModelHold[] = [];
  readonly offers = new Map<string, Offer>();
  readonly supplied = new Map<string, number | null>();
  readonly prices = new Map<string, { price: number; holdTime: number }>();
  readonly orders = new Set<string>();

  constructor(now: number) {
    this.now = now;
  }

  isLive(hold: ModelHold): boolean {
    return hold.state === 'held' && hold.expiresAt > this.now;
  }

  isInForce(hold: ModelHold): boolean {
    return hold.state === 'confirmed' || this.isLive(hold);
  }

  reserve(account: string, cart: string, item: string, quantity: number): Expected {
    const current = this.#inForce(account, cart, item);
    if (current?.state === 'confirmed') return 'already-confirmed';
    if (current?.quantity === quantity) return { hold: current };
    const offer = this.#offer(account, item);
    if (!offer) return 'unknown-cart-item';
    if (quantity < BOUNDS.minimum || quantity > BOUNDS.maximum) return 'quantity-out-of-bounds';
    if (quantity > this.#free(account, offer.sku) + (current?.quantity ?? 0)) return 'out-of-stock';
    if (current) current.state = 'released';
    const { price, holdTime } = this.prices.get(offer.sku)!;
    const { sku } = offer;
    const expiresAt = this.now + holdTime;
    return { made: { account, cart, item, sku, quantity, price, expiresAt, state: 'held' } };
  }

  confirmHold(
    account: string,
    cart: string,
    order: string,
    item: string,
    claim: { id?: string; quantity?: number; price?: number },
  ): Expected {
    const hold = this.#line(account, cart, item, claim.id);
    if (!hold) return 'unknown-reservation';
    if (hold.state === 'cancelled') return 'already-cancelled';
    if (hold.state === 'released') return 'reservation-released';
    if (hold.state === 'confirmed') return hold.order === order ? { hold } : 'already-confirmed';
    if (!this.isLive(hold)) return 'reservation-expired';
    if (claim.quantity !== undefined && claim.quantity !== hold.quantity) return 'quantity-mismatch';
    if (claim.price !== undefined && claim.price !== hold.price) return 'price-mismatch';
    hold.state = 'confirmed';
    hold.order = order;
    return { hold };
  }

  confirmQuantity(
    account: string,
    cart: string,
    order: string,
    item: string,
    claim: { quantity: number; price?: number },
  ): Expected {
    const current = this.#inForce(account, cart, item);
    if (current) {
      const isAgain = current.state === 'confirmed' && current.order === order;
      if (isAgain && claim.quantity !== current.quantity) return 'quantity-mismatch';
      if (isAgain && claim.price !== undefined && claim.price !== current.price) return 'price-mismatch';
      return this.confirmHold(account, cart, order, item, { ...claim, id: current.id });
    }
    const holds = this.holds.filter((hold) => hold.account === account && hold.item === item);
    if (holds.some((hold) => hold.cart === cart && hold.order === order)) return 'already-cancelled';
    const offer = this.#offer(account, item);
    if (!offer) return 'unknown-cart-item';
    const { quantity } = claim;
    if (quantity < BOUNDS.minimum || quantity > BOUNDS.maximum) return 'quantity-out-of-bounds';
    const price = this.priceOf(account, item) ?? offer.price;
    if (claim.price !== undefined && claim.price !== price) return 'price-mismatch';
    if (quantity > this.#free(account, offer.sku)) return 'out-of-stock';
    const { sku } = offer;
    return {
      made: { account, cart, item, sku, quantity, price, expiresAt: this.now, state: 'confirmed', order },
    };
  }

  release(account: string, cart: string, item: string, id: string): Expected {
    const hold = this.#line(account, cart, item, id);
    if (!hold) return 'unknown-reservation';
    if (hold.state === 'cancelled') return 'already-cancelled';
    if (hold.state === 'confirmed') return 'already-confirmed';
    if (this.isLive(hold)) hold.state = 'released';
    return { hold };
  }

  cancel(account: string, id: string): Expected {
    const hold = this.holds.find((each) => each.id === id && each.account === account);
    if (!hold) return 'unknown-reservation';
    if (hold.state !== 'confirmed' && hold.state !== 'cancelled') return 'not-confirmed';
    hold.state = 'cancelled';
    return { hold };
  }

  /** What one costs without a hold: as in the item's last hold, else as it was offered. */
  priceOf(account: string, item: string): number | undefined {
    const last = this.holds.findLast((hold) => hold.account === account && hold.item === item);
    return last?.price ?? this.offers.get(item)?.price;
  }

  #free(account: string, sku: string): number {
    const supplied = this.supplied.get(`${account} ${sku}`);
    if (supplied == null) return Infinity;
    const taken = this.holds.filter(
      (hold) => hold.account === account && hold.sku === sku && this.isInForce(hold),
    );
    return taken.reduce((left, { quantity }) => left - quantity, supplied);
  }

  #inForce(account: string, cart: string, item: string): ModelHold | undefined {
    return this.holds.find(
      (hold) => hold.account === account && hold.cart === cart && hold.item === item && this.isInForce(hold),
    );
  }

  #offer(account: string, item: string): Offer | undefined {
    const offer = this.offers.get(item);
    const isNamed = this.holds.some(
      (hold) => hold.account === account && hold.item === item && this.isLive(hold),
    );
    const isFresh = offer !== undefined && this.now < offer.at + DAY;
    return offer?.account === account && (isFresh || isNamed) ? offer : undefined;
  }

  #line(account: string, cart: string, item: string, id?: string): ModelHold | undefined {
    return this.holds.find(
      (hold) => hold.id === id && hold.account === account && hold.cart === cart && hold.item === item,
    );
  }
}
