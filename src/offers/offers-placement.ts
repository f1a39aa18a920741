import { type Consent, expected, isQuantity, isRecord, productKey } from '../model/index.ts';
import {
  CART_ITEM_UPDATED,
  LINK_NAVIGATION_REQUEST,
  OFFER_ENGAGEMENT,
  type Placement,
  PLACEMENT_CLOSED,
  PLACEMENT_FAILURE,
  POSITIVE_ENGAGEMENT,
  type Subscriber,
  UPDATE_CART_ITEM,
} from '../sdk/index.ts';
import type { KnownCartItem } from './cart-items-attribute.ts';
import { MessageHub } from './message-hub.ts';
import { mintId } from './mint-id.ts';
import { allowedQuantity, isRequired, type OfferItem, updateBetween } from './offer-item.ts';
import type { Offer, PlacementDocument } from '../contract/wire.ts';
import { defineOffersElement, type RoktUpsellOffersElement } from './offers-element.ts';

export interface OffersPlacementOptions {
  readonly document: PlacementDocument;
  /** The mount node or its selector, where the document names none. */
  readonly target: string | Element;
  /** True: links are told and not opened. */
  readonly overrideLinkNavigation: boolean;
  /** What the page's cart holds already, by product key. */
  readonly known: ReadonlyMap<string, KnownCartItem>;
  /** Products that the shopper has declined in this session; added to. */
  readonly declined: Set<string>;
  /** Also told every message, for the selection as a whole. */
  emit(name: string, body: unknown): void;
}

/** One placement of the first-party launcher: the items it offers, drawn into its mount node. */
export class OffersPlacement implements Placement {
  readonly #options: OffersPlacementOptions;
  readonly #messages = new MessageHub();
  readonly #element: RoktUpsellOffersElement;
  readonly #opened: Promise<void>;
  #items: readonly OfferItem[];
  #isClosed = false;

  constructor(options: OffersPlacementOptions) {
    this.#options = options;
    this.#items = options.document.offers.map((offer): OfferItem => {
      if (offer.preSelectedQuantity) warnOfPreselection(offer);
      const key = productKey(offer.cartItem);
      const known = options.known.get(key);
      const item: OfferItem = {
        offer,
        cartItemId: offer.cartItem.cartItemId ?? mintId(),
        lastCartItemId: known?.cartItemId,
        quantity: 0,
        isDeclined: options.declined.has(key),
      };
      return { ...item, quantity: known ? allowedQuantity({ ...item, ...known }, known.quantity) : 0 };
    });
    defineOffersElement();
    this.#element = document.createElement('rokt-upsell-offers');
    this.#element.heading = options.document.title ?? '';
    this.#element.listener = {
      change: (item, quantity, consent) => this.#shop(item, quantity, consent),
      decline: (item, isDeclined) => this.#decline(item, isDeclined),
      follow: (url) => this.#follow(url),
    };
    this.#opened = this.#open();
    this.#opened.catch((cause: unknown) => this.#emit(PLACEMENT_FAILURE, { cause }));
  }

  on(name: string): Subscriber {
    return this.#messages.on(name);
  }

  /** Answers every update of an item it knows, also one it does not follow. */
  async send(name: string, data: unknown): Promise<void> {
    if (name !== UPDATE_CART_ITEM || !isRecord(data)) return;
    const { cartItemId, quantity } = data;
    const item = this.#items.find(
      (one) => one.cartItemId === cartItemId || one.lastCartItemId === cartItemId,
    );
    if (item) this.#change(item.cartItemId, isQuantity(quantity) ? quantity : item.quantity);
  }

  ready(): Promise<void> {
    return this.#opened;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#element.remove();
    this.#emit(PLACEMENT_CLOSED);
  }

  getAlias(): string {
    return this.#options.document.placementId ?? '';
  }

  /** Draws the offers, then tells what is in the cart from the start: what the page knew, and what is required. */
  async #open(): Promise<void> {
    // Whoever selected has the rest of this task to listen in.
    await new Promise((resolve) => setTimeout(resolve));
    const target = this.#options.document.target ?? this.#options.target;
    const mount = typeof target === 'string' ? document.querySelector(target) : target;
    if (!mount) throw new Error(expected('target', 'an element of the document', target));
    if (this.#isClosed) return;
    this.#show(this.#items);
    mount.append(this.#element);
    await this.#element.updateComplete;
    this.#emit('PLACEMENT_READY');
    for (const item of this.#items) {
      const { lastCartItemId } = item;
      if (lastCartItemId && item.quantity > 0) {
        this.#emit(CART_ITEM_UPDATED, updateBetween(item, item, lastCartItemId));
      } else if (isRequired(item)) {
        this.#change(item.cartItemId, item.offer.minimum, { origin: 'requirement' });
      }
    }
    this.#emit('PLACEMENT_INTERACTIVE');
  }

  #shop({ cartItemId, quantity: before }: OfferItem, quantity: number, consent: Consent): void {
    this.#emit(OFFER_ENGAGEMENT);
    if (quantity > before) this.#emit(POSITIVE_ENGAGEMENT);
    this.#change(cartItemId, quantity, { origin: 'shopper', consent });
  }

  /** The one place where a quantity changes: the item first, then the word on it. */
  #change(cartItemId: string, wished: number, because: { origin?: string; consent?: Consent } = {}): void {
    const before = this.#items.find((item) => item.cartItemId === cartItemId);
    if (!before || this.#isClosed) return;
    const quantity = allowedQuantity(before, wished);
    const after = { ...before, quantity, isDeclined: before.isDeclined && quantity === 0 };
    this.#replace(after);
    this.#emit(CART_ITEM_UPDATED, { ...updateBetween(before, after), ...because });
  }

  #decline(item: OfferItem, isDeclined: boolean): void {
    this.#emit(OFFER_ENGAGEMENT);
    const key = productKey(item.offer.cartItem);
    if (isDeclined) this.#options.declined.add(key);
    else this.#options.declined.delete(key);
    this.#replace({ ...item, isDeclined });
  }

  /** True when the page opens the link itself. */
  #follow(url: string): boolean {
    const { overrideLinkNavigation } = this.#options;
    if (overrideLinkNavigation) this.#emit(LINK_NAVIGATION_REQUEST, { url });
    return overrideLinkNavigation;
  }

  #replace(after: OfferItem): void {
    this.#show(this.#items.map((item) => (item.cartItemId === after.cartItemId ? after : item)));
  }

  #show(items: readonly OfferItem[]): void {
    this.#items = items;
    this.#element.items = items;
  }

  #emit(name: string, body: unknown = {}): void {
    this.#messages.emit(name, body);
    this.#options.emit(name, body);
  }
}

/** An optional item is the shopper's to choose: what a catalogue selects beforehand starts at 0. */
function warnOfPreselection({ cartItem, preSelectedQuantity }: Offer): void {
  console.warn(`preselection-ignored: ${cartItem.catalogItemId} starts at 0, not at ${preSelectedQuantity}`);
}
