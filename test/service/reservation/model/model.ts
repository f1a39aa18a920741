import {
  alreadyConfirmed,
  type Claim,
  type Expected,
  hasTerms,
  lastOf,
  mismatch,
  type ModelHold,
  releasedFor,
  total,
} from './model-hold.ts';
import { ModelState, type Offer } from './model-state.ts';

export const BOUNDS = { minimum: 1, maximum: 3 };

/** The outcome table over arrays: no rows, no locks, no sweeper. */
export class Model extends ModelState {
  /** @param named the items of all lines of the request */
  reserve(account: string, cart: string, item: string, quantity: number, named: readonly string[]): Expected {
    const current = this.holdInForce(account, item);
    if (current?.state === 'confirmed') return alreadyConfirmed(current, cart);
    const own = current?.cart === cart ? current : undefined;
    if (own?.quantity === quantity) return { hold: own };
    const offer = this.offered(account, item);
    if (!offer) return 'unknown-cart-item';
    const fresh = this.holdsOfCart(account, cart, offer.sku).filter(
      (hold) => hold.state === 'held' && hold.link === offer.link && !named.includes(hold.item),
    );
    const olds = own ? [own] : [...(current ? [current] : []), ...fresh];
    const refused = this.#refusal(account, cart, offer.sku, quantity, olds);
    if (refused) return refused;
    const { price } = this.products.get(offer.sku)!;
    return this.#make({ account, cart, item, quantity, price }, offer, olds);
  }

  /** @param isNamed whether the order means a hold under its own id */
  confirmHold(
    account: string,
    cart: string,
    order: string,
    item: string,
    claim: Claim,
    isNamed: (hold: ModelHold) => boolean = () => false,
  ): Expected {
    const hold = this.line(account, cart, item, claim.id);
    if (!hold) return 'unknown-reservation';
    const last = lastOf(this.holds, hold);
    if (!last) return this.#confirm(hold, order, claim);
    return this.#confirmLast(hold, last, order, claim, isNamed);
  }

  confirmQuantity(
    account: string,
    cart: string,
    order: string,
    item: string,
    claim: Claim & { readonly quantity: number },
    isNamed: (hold: ModelHold) => boolean = () => false,
  ): Expected {
    const current = this.holdInForce(account, item);
    if (current?.cart === cart) {
      const isAgain = current.state === 'confirmed' && current.order === order;
      const difference = isAgain ? mismatch(current, claim) : undefined;
      return difference ?? this.#confirm(current, order, claim);
    }
    if (current?.state === 'confirmed') return alreadyConfirmed(current, cart);
    const difference = current && mismatch(current, claim);
    if (difference) return difference;
    const holds = this.holds.filter((hold) => hold.account === account && hold.item === item);
    const old = holds.at(-1);
    const last = old?.cart === cart ? lastOf(this.holds, old) : undefined;
    const meant = old && { ...old, quantity: claim.quantity };
    const isReached = last && (this.isLive(last) || last.order === order);
    const isUnlike = last && meant && this.isLive(last) && !hasTerms(last, meant) && !isNamed(last);
    if (meant && isReached && !isUnlike) {
      const isAgain = last.state === 'confirmed' && last.confirmedAs === old.id && !isNamed(last);
      const unlike = isAgain && last.order === order ? mismatch(last, claim) : undefined;
      return unlike ?? this.#confirmLast(meant, last, order, claim, isNamed);
    }
    if (holds.some((hold) => hold.cart === cart && hold.order === order)) return 'already-cancelled';
    const offer = this.offered(account, item);
    if (!offer) return 'unknown-cart-item';
    const { quantity } = claim;
    const olds = [current ?? [], isUnlike ? last : []].flat();
    const refused = this.#refusal(account, cart, offer.sku, quantity, olds);
    if (typeof refused === 'object') return refused;
    const price = this.priceOf(account, item) ?? offer.price;
    if (claim.price !== undefined && claim.price !== price) return 'price-mismatch';
    if (refused) return refused;
    const made = this.#make({ account, cart, item, quantity, price }, offer, olds);
    return { ...made, made: { ...made.made, expiresAt: this.now, state: 'confirmed', order } };
  }

  release(account: string, cart: string, item: string, id: string): Expected {
    const hold = this.line(account, cart, item, id);
    if (!hold) return 'unknown-reservation';
    const sold = this.#soldAs(hold);
    if (sold?.state === 'cancelled') return 'already-cancelled';
    if (sold?.state === 'confirmed') return alreadyConfirmed(sold, cart);
    if (this.isLive(hold)) hold.state = 'released';
    return { hold };
  }

  cancel(account: string, id: string): Expected {
    const hold = this.holds.find((each) => each.id === id && each.account === account);
    if (!hold) return 'unknown-reservation';
    const sold = this.#soldAs(hold);
    if (sold?.state !== 'confirmed' && sold?.state !== 'cancelled') return 'not-confirmed';
    sold.state = 'cancelled';
    return { hold: sold };
  }

  /** The sale of `last`, which has taken over the hold that is meant. */
  #confirmLast(
    meant: ModelHold,
    last: ModelHold,
    order: string,
    claim: Claim,
    isNamed: (hold: ModelHold) => boolean,
  ): Expected {
    const isAsGood = this.isLive(last) && hasTerms(last, meant);
    if (isNamed(last) || !(last.confirmedAs === meant.id || isAsGood)) return releasedFor(last);
    const sold = this.#confirm(last, order, claim);
    if (isAsGood && last.state === 'confirmed') last.confirmedAs = meant.id;
    return sold;
  }

  #confirm(hold: ModelHold, order: string, claim: Claim): Expected {
    if (hold.state === 'cancelled') return 'already-cancelled';
    if (hold.state === 'released') return { code: 'reservation-released', value: {} };
    if (hold.state === 'confirmed')
      return hold.order === order ? { hold } : alreadyConfirmed(hold, hold.cart);
    if (!this.isLive(hold)) return 'reservation-expired';
    const difference = mismatch(hold, claim);
    if (difference) return difference;
    hold.state = 'confirmed';
    hold.order = order;
    return { hold };
  }

  #make(
    line: Pick<ModelHold, 'account' | 'cart' | 'item' | 'quantity' | 'price'>,
    { sku, link }: Offer,
    olds: readonly ModelHold[],
  ) {
    for (const old of olds) old.state = 'released';
    const { holdTime, perCart: maximum = null } = this.products.get(sku)!;
    const expiresAt = this.now + holdTime;
    const end = { successor: null, confirmedAs: null };
    return { olds, made: { ...line, sku, link, maximum, expiresAt, state: 'held' as const, ...end } };
  }

  /** Why the cart may not have so many, in place of `olds`. */
  #refusal(
    account: string,
    cart: string,
    sku: string,
    quantity: number,
    olds: readonly ModelHold[],
  ): Extract<Expected, string | { code: string }> | undefined {
    const { perCart } = this.products.get(sku)!;
    const others = this.holdsOfCart(account, cart, sku).filter((hold) => !olds.includes(hold));
    const left = perCart === undefined ? Infinity : Math.max(0, perCart - total(others));
    if (quantity < BOUNDS.minimum || quantity > Math.min(BOUNDS.maximum, left)) {
      const value = perCart === undefined ? BOUNDS : { ...BOUNDS, left };
      return { code: 'quantity-out-of-bounds', value };
    }
    return quantity > this.freeStock(account, sku) + total(olds) ? 'out-of-stock' : undefined;
  }

  /** The hold itself where it is or was a sale, or what it was confirmed as. */
  #soldAs(hold: ModelHold): ModelHold | undefined {
    const last = lastOf(this.holds, hold);
    if (!last) return hold;
    return last.confirmedAs === hold.id ? last : undefined;
  }
}
