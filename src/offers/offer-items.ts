import {
  haveSameTerms,
  type HeldItem,
  type HeldProduct,
  isQuantity,
  productKey,
  toIdText,
  toProduct,
} from '../model/index.ts';
import type { Offer } from '../contract/wire.ts';
import { ItemIds } from './item-ids.ts';
import type { OfferItemsOptions } from './offer-items-options.ts';
import {
  allowedQuantity,
  asSeen,
  atPrice,
  atQuantity,
  type Cause,
  isItemWork,
  isRequired,
  keyOf,
  type OfferItem,
  toHeldItem,
  updateBetween,
  updateOfUnknown,
  warnOfPreselection,
  withNewOffer,
} from './offer-item.ts';

/** The items of one selection: one for each product, however many offers show it in however many placements. */
export class OfferItems {
  readonly #options: OfferItemsOptions;
  /** By product key, each with the first of its offers. */
  readonly #items = new Map<string, OfferItem>();
  readonly #ids = new ItemIds();
  /** What was held before anything was offered. */
  #held: ReadonlyMap<string, HeldProduct>;
  /** Keys of what has been on the page: before that nobody can ask for it. */
  readonly #opened = new Set<string>();
  /** Keys of what is shown for no other reason than that the shopper has it. */
  #outdated: ReadonlySet<string> = new Set();

  constructor(options: OfferItemsOptions) {
    this.#options = options;
    this.#held = options.held;
    for (const offer of options.offers) this.#add(offer);
    for (const [key, { cartItemIds }] of options.held) {
      if (this.#items.has(key)) this.#ids.addEarlier(key, cartItemIds);
    }
  }

  /** The item that `offer` is one showing of, on the item's own terms; undefined where it is offered no more. */
  shownBy(offer: Offer): OfferItem | undefined {
    const item = this.#items.get(keyOf(offer));
    return item && haveSameTerms(item.offer, offer) ? { ...item, offer } : item;
  }

  /** What is held now. */
  toHeldItems(): readonly HeldItem[] {
    return [...this.#items.values()].filter(({ quantity }) => quantity > 0).map(toHeldItem);
  }

  /** Tells what is in the order from the start of what is on the page by now: what was held, and what is required. */
  open(offers: readonly Offer[]): void {
    for (const key of new Set(offers.map((offer) => keyOf(offer)))) {
      const item = this.#items.get(key);
      if (!item || this.#opened.has(key)) continue;
      this.#opened.add(key);
      if (item.quantity === 0) continue;
      const held = this.#held.get(key)?.quantity ?? 0;
      const origin = held > 0 && held >= item.offer.minimum ? 'selection' : 'requirement';
      this.#options.tell({ ...updateBetween({ ...item, quantity: 0 }, item), origin }, key);
    }
  }

  /** What a newer answer leaves of an offer: what the shopper holds stays as it is, what is required no more is gone. */
  keep(shown: Offer, newer: Offer | undefined): Offer | undefined {
    const item = this.#items.get(keyOf(shown));
    const isHeld = item !== undefined && item.quantity > 0;
    if (!isHeld || (isRequired(item) && !newer)) return newer;
    return shown;
  }

  /** Only `offers` are left: what goes and was required is told. */
  leave(offers: readonly Offer[]): void {
    const left = new Set(offers.map((offer) => keyOf(offer)));
    for (const [key, item] of this.#items) {
      if (left.has(key)) continue;
      this.#drop(key);
      if (item.quantity === 0) continue;
      this.#options.tell({ ...updateBetween(item, { ...item, quantity: 0 }), origin: 'requirement' }, key);
    }
  }

  /** `offers` are the newer answer: items that nobody holds follow it. What was held before anything was offered counts no more. */
  join(offers: readonly Offer[]): void {
    this.#held = new Map();
    const before = new Map(this.#items);
    for (const offer of offers) {
      const key = keyOf(offer);
      const item = before.get(key);
      before.delete(key);
      if (!item) this.#add(offer);
      else if (item.quantity === 0) this.#offerAnew(item, offer);
      else this.#items.set(key, withNewOffer(item, offer));
    }
    this.#outdated = new Set(before.keys());
  }

  /** The one place where a quantity changes: the item first, then the word on it. */
  change(item: Pick<OfferItem, 'offer'>, wished: number, cause: Cause = {}): void {
    const key = keyOf(item.offer);
    const before = this.#items.get(key);
    // It has left since it was drawn.
    if (!before) return;
    const terms = cause.origin === 'shopper' ? asSeen(before) : before;
    const after = atQuantity(terms, allowedQuantity(terms, wished));
    if (after.quantity === 0 && this.#outdated.has(key)) this.#drop(key);
    else this.#items.set(key, after);
    this.#options.draw();
    this.#options.tell({ ...updateBetween(before, after), ...cause }, key);
  }

  decline(item: OfferItem, isDeclined: boolean): void {
    const key = keyOf(item.offer);
    this.#options.declines.set(key, isDeclined);
    this.#update(key, { isDeclined });
  }

  /** The page wishes for a quantity: always answered, also by what is unchanged, or by what nobody knows. */
  wish(body: Readonly<Record<string, unknown>>): void {
    const item = this.#named(body);
    const cartItemId = toIdText(body['cartItemId']);
    const { quantity } = body;
    if (item) this.change(item, isQuantity(quantity) ? quantity : item.quantity);
    else if (cartItemId) this.#options.tell(updateOfUnknown(cartItemId));
  }

  /** The page says how its work on an item goes. */
  work(body: Readonly<Record<string, unknown>>): void {
    const item = this.#named(body);
    const { state } = body;
    if (item && isItemWork(state)) this.#update(keyOf(item.offer), { work: state });
  }

  #add(offer: Offer): void {
    if (offer.preSelectedQuantity) warnOfPreselection(offer);
    const key = keyOf(offer);
    const cartItemId = this.#ids.idOf(key, offer.cartItem.cartItemId);
    if (this.#items.has(key)) return;
    const { quantity: held = 0, price = {} } = this.#held.get(key) ?? {};
    const quantity = allowedQuantity({ offer, quantity: held }, held);
    const isDeclined = quantity === 0 && this.#options.declines.has(key);
    const item = { offer: quantity > 0 ? atPrice(offer, price) : offer, cartItemId, quantity, isDeclined };
    this.#items.set(key, withNewOffer(item, offer));
  }

  /** An item that nobody holds is offered on newer terms, under the id that it has; what they require is told when it is opened. */
  #offerAnew(item: OfferItem, offer: Offer): void {
    const key = keyOf(offer);
    const quantity = allowedQuantity({ offer, quantity: 0 }, 0);
    this.#items.set(key, { ...item, offer, quantity });
    if (quantity > 0) this.#opened.delete(key);
  }

  /** By the id of an impression; else by the product, where the body names one. */
  #named(body: Readonly<Record<string, unknown>>): OfferItem | undefined {
    const product = toProduct(body);
    const key = this.#ids.keyOf(toIdText(body['cartItemId'])) ?? (product && productKey(product));
    return key !== undefined && this.#opened.has(key) ? this.#items.get(key) : undefined;
  }

  #update(key: string, change: Partial<OfferItem>): void {
    const item = this.#items.get(key);
    if (item) this.#items.set(key, { ...item, ...change });
    this.#options.draw();
  }

  #drop(key: string): void {
    this.#items.delete(key);
    this.#opened.delete(key);
  }
}
