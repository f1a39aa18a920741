import { type ModelHold, total } from './model-hold.ts';

/** One impression. */
export interface Offer {
  readonly account: string;
  readonly sku: string;
  readonly link: string | null;
  readonly price: number;
  readonly at: number;
}

/** As it is sold now. */
export interface Product {
  readonly price: number;
  readonly holdTime: number;
  readonly perCart: number | undefined;
}

const DAY = 24 * 3_600_000;

/** What there is: offers, products, holds. Stock is what the holds leave of the supply. */
export class ModelState {
  now: number;
  readonly holds: ModelHold[] = [];
  readonly offers = new Map<string, Offer>();
  readonly supplied = new Map<string, number | null>();
  readonly products = new Map<string, Product>();
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

  /** What one costs without a hold: as in the item's last hold, else as it was offered. */
  priceOf(account: string, item: string): number | undefined {
    const last = this.holds.findLast((hold) => hold.account === account && hold.item === item);
    return last?.price ?? this.offers.get(item)?.price;
  }

  freeStock(account: string, sku: string): number {
    const supplied = this.supplied.get(`${account} ${sku}`);
    if (supplied == null) return Infinity;
    const taken = this.holds.filter((hold) => hold.account === account && hold.sku === sku);
    return supplied - total(taken.filter((hold) => this.isInForce(hold)));
  }

  holdsOfCart(account: string, cart: string, sku: string): ModelHold[] {
    return this.holds.filter(
      (hold) => hold.account === account && hold.cart === cart && hold.sku === sku && this.isInForce(hold),
    );
  }

  holdInForce(account: string, item: string): ModelHold | undefined {
    return this.holds.find((hold) => hold.account === account && hold.item === item && this.isInForce(hold));
  }

  offered(account: string, item: string): Offer | undefined {
    const offer = this.offers.get(item);
    const isNamed = this.holds.some(
      (hold) => hold.account === account && hold.item === item && this.isLive(hold),
    );
    const isFresh = offer !== undefined && this.now < offer.at + DAY;
    return offer?.account === account && (isFresh || isNamed) ? offer : undefined;
  }

  line(account: string, cart: string, item: string, id?: string): ModelHold | undefined {
    return this.holds.find(
      (hold) => hold.id === id && hold.account === account && hold.cart === cart && hold.item === item,
    );
  }
}
