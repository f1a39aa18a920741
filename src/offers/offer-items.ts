import {
  type CartItemUpdate,
  type Consent,
  type HeldProduct,
  isQuantity,
  productKey,
  toIdText,
  toProduct,
} from '../model/index.ts';
import type { Offer } from '../contract/wire.ts';
import { mintId } from './mint-id.ts';
import {
  allowedQuantity,
  type ItemWork,
  keyOf,
  type OfferItem,
  updateBetween,
  updateOfUnknown,
} from './offer-item.ts';

/** What the items of one selection are made of. */
export interface OfferItemsOptions {
  /** All offers of the selection. */
  readonly offers: readonly Offer[];
  /** What the page's cart holds already, by product key. */
  readonly held: ReadonlyMap<string, HeldProduct>;
  /** Products that the shopper has declined in this session; added to. */
  readonly declined: Set<string>;
  /** Items have changed and are to be drawn. */
  draw(): void;
  /** The word on one item, by its product key; without a key nobody knows the item. */
  tell(update: CartItemUpdate, key?: string): void;
}

/** Who caused a change, where the message says so. */
interface Cause {
  readonly origin?: NonNullable<CartItemUpdate['origin']>;
  readonly consent?: Consent;
}

const WORKS: readonly unknown[] = ['pending', 'done', 'failed'] satisfies ItemWork[];

/** The items of one selection: one for each product, however many offers show it in however many placements. */
export class OfferItems {
  readonly #options: OfferItemsOptions;
  /** By product key, each with the first of its offers. */
  readonly #items = new Map<string, OfferItem>();
  /** Product keys by cart item id. */
  readonly #keys = new Map<string, string>();
  /** Keys of what has been on the page: before that nobody can ask for it. */
  readonly #opened = new Set<string>();

  constructor(options: OfferItemsOptions) {
    this.#options = options;
    for (const offer of options.offers) this.#add(offer);
    // An id of an earlier impression, unless this one has given it to something else.
    for (const [key, { cartItemIds }] of options.held) {
      if (!this.#items.has(key)) continue;
      for (const id of cartItemIds) if (!this.#keys.has(id)) this.#keys.set(id, key);
    }
  }

  /** The item that `offer` is one showing of. */
  shownBy(offer: Offer): OfferItem {
    return { ...this.#item(keyOf(offer)), offer };
  }

  /** Tells what is in the order from the start of what is on the page by now: what was held, and what is required. */
  open(offers: readonly Offer[]): void {
    for (const key of new Set(offers.map((offer) => keyOf(offer)))) {
      if (this.#opened.has(key)) continue;
      this.#opened.add(key);
      const item = this.#item(key);
      if (item.quantity === 0) continue;
      const held = this.#options.held.get(key)?.quantity ?? 0;
      const origin = held > 0 && held >= item.offer.minimum ? 'selection' : 'requirement';
      this.#options.tell({ ...updateBetween({ ...item, quantity: 0 }, item), origin }, key);
    }
  }

  /** The one place where a quantity changes: the item first, then the word on it. */
  change(item: Pick<OfferItem, 'offer'>, wished: number, cause: Cause = {}): void {
    const key = keyOf(item.offer);
    const before = this.#item(key);
    const quantity = allowedQuantity(before, wished);
    const after = { ...before, quantity, isDeclined: before.isDeclined && quantity === 0 };
    // What failed before the shopper's next step is of no interest after it.
    const isOver = before.work === 'failed' && cause.origin === 'shopper';
    this.#replace(key, isOver ? { ...after, work: undefined } : after);
    this.#options.tell({ ...updateBetween(before, after), ...cause }, key);
  }

  decline(item: OfferItem, isDeclined: boolean): void {
    const key = keyOf(item.offer);
    if (isDeclined) this.#options.declined.add(key);
    else this.#options.declined.delete(key);
    this.#replace(key, { ...this.#item(key), isDeclined });
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
    if (item && WORKS.includes(state)) this.#replace(keyOf(item.offer), { ...item, work: state as ItemWork });
  }

  #add(offer: Offer): void {
    if (offer.preSelectedQuantity) warnOfPreselection(offer);
    const key = keyOf(offer);
    const { cartItemId = mintId() } = this.#items.get(key) ?? offer.cartItem;
    this.#keys.set(offer.cartItem.cartItemId ?? cartItemId, key);
    if (this.#items.has(key)) return;
    const held = this.#options.held.get(key)?.quantity ?? 0;
    const quantity = allowedQuantity({ offer, quantity: held }, held);
    const isDeclined = quantity === 0 && this.#options.declined.has(key);
    this.#items.set(key, { offer, cartItemId, quantity, isDeclined });
  }

  #item(key: string): OfferItem {
    return this.#items.get(key) as OfferItem;
  }

  /** By the id of an impression; else by the product, where the body names one. */
  #named(body: Readonly<Record<string, unknown>>): OfferItem | undefined {
    const product = toProduct(body);
    const known = this.#keys.get(toIdText(body['cartItemId']) ?? '');
    const key = known ?? (product && productKey(product));
    return key && this.#opened.has(key) ? this.#item(key) : undefined;
  }

  #replace(key: string, item: OfferItem): void {
    this.#items.set(key, item);
    this.#options.draw();
  }
}

/** An optional item is the shopper's to choose: what a catalogue selects beforehand starts at 0. */
function warnOfPreselection({ cartItem, preSelectedQuantity }: Offer): void {
  console.warn(`preselection-ignored: ${cartItem.catalogItemId} starts at 0, not at ${preSelectedQuantity}`);
}
