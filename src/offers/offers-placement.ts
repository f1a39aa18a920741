import { type CartItemUpdate, type Consent, expected } from '../model/index.ts';
import {
  CART_ITEM_UPDATED,
  LINK_NAVIGATION_REQUEST,
  OFFER_ENGAGEMENT,
  type Placement,
  PLACEMENT_CLOSED,
  PLACEMENT_FAILURE,
  POSITIVE_ENGAGEMENT,
  type Subscriber,
} from '../sdk/index.ts';
import { MessageHub } from './message-hub.ts';
import { keyOf, type OfferItem } from './offer-item.ts';
import type { OfferItems } from './offer-items.ts';
import type { Offer, PlacementDocument } from '../contract/wire.ts';
import type { OffersPage } from './offers-page.ts';
import { defineOffersElement, type RoktUpsellOffersElement } from './offers-element.ts';

/** What one placement draws, and where. */
export interface OffersPlacementOptions {
  readonly document: PlacementDocument;
  /** The mount node or its selector, where the document names none. */
  readonly target: string | Element;
  /** What says how they are drawn. */
  readonly page: OffersPage;
  /** True: links are told and not opened. */
  readonly overrideLinkNavigation: boolean;
  /** The selection's, which other placements may draw too. */
  readonly items: OfferItems;
  /** Hands what the page sends to the selection, which has the items. */
  send(name: string, data: unknown): Promise<void>;
  /** Told when the offers are drawn in another language. */
  readonly languageChanged: () => void;
  /** Also told every message that is this placement's own, for the selection as a whole. */
  emit(name: string, body: unknown): void;
}

/** One placement of the first-party launcher: some of its selection's items, drawn into a mount node. */
export class OffersPlacement implements Placement {
  /** What it draws, in this order, where the selection has the item. */
  offers: readonly Offer[];
  readonly #options: OffersPlacementOptions;
  readonly #messages = new MessageHub();
  readonly #element: RoktUpsellOffersElement;
  readonly #opened: Promise<void>;
  #isClosed = false;
  #isDrawn = false;

  constructor(options: OffersPlacementOptions) {
    this.#options = options;
    this.offers = options.document.offers;
    defineOffersElement();
    this.#element = document.createElement('rokt-upsell-offers');
    this.#element.heading = options.document.title ?? '';
    this.#element.page = options.page;
    this.#element.listener = {
      change: (item, quantity, consent) => this.#shop(item, quantity, consent),
      decline: (item, isDeclined) => this.#decline(item, isDeclined),
      follow: (url) => this.#follow(url),
      languageChanged: options.languageChanged,
    };
    this.#opened = this.#open();
    this.#opened.catch((cause: unknown) => this.#emit(PLACEMENT_FAILURE, { cause }));
  }

  on(name: string): Subscriber {
    return this.#messages.on(name);
  }

  async send(name: string, data: unknown): Promise<void> {
    if (!this.#isClosed) await this.#options.send(name, data);
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

  /** Shows the items as they are now. */
  draw(): void {
    const { items } = this.#options;
    this.#element.items = this.offers.flatMap((offer) => items.shownBy(offer) ?? []);
  }

  /** Draws `offers` from now on, and tells what of them is in the order from the start. @param title the heading, unless it stays */
  show(offers: readonly Offer[], title: string | undefined): void {
    this.offers = offers;
    this.#element.heading = title ?? this.#element.heading;
    if (!this.#isDrawn) return;
    this.draw();
    this.#options.items.open(offers);
  }

  /** Passes the word on an item on to those who listen here, if it is drawn here or nobody's. */
  tell(update: CartItemUpdate, key: string | undefined): void {
    const isMeant = key === undefined || this.offers.some((offer) => keyOf(offer) === key);
    if (isMeant && !this.#isClosed) this.#messages.emit(CART_ITEM_UPDATED, update);
  }

  /** Draws the offers, then tells what is in the cart from the start. */
  async #open(): Promise<void> {
    // Whoever selected has the rest of this task to listen in.
    await new Promise((resolve) => setTimeout(resolve));
    const { document: given, items } = this.#options;
    const target = given.target ?? this.#options.target;
    const mount = typeof target === 'string' ? document.querySelector(target) : target;
    if (!mount) throw new Error(expected('target', 'an element of the document', target));
    if (this.#isClosed) return;
    this.draw();
    mount.append(this.#element);
    await this.#element.updateComplete;
    this.#isDrawn = true;
    this.#emit('PLACEMENT_READY');
    items.open(this.offers);
    this.#emit('PLACEMENT_INTERACTIVE');
  }

  #shop(item: OfferItem, quantity: number, consent: Consent): void {
    this.#emit(OFFER_ENGAGEMENT);
    if (quantity > item.quantity) this.#emit(POSITIVE_ENGAGEMENT);
    this.#options.items.change(item, quantity, { origin: 'shopper', consent });
  }

  #decline(item: OfferItem, isDeclined: boolean): void {
    this.#emit(OFFER_ENGAGEMENT);
    this.#options.items.decline(item, isDeclined);
  }

  /** True when the page opens the link itself. */
  #follow(url: string): boolean {
    const { overrideLinkNavigation } = this.#options;
    if (overrideLinkNavigation) this.#emit(LINK_NAVIGATION_REQUEST, { url });
    return overrideLinkNavigation;
  }

  #emit(name: string, body: unknown = {}): void {
    this.#messages.emit(name, body);
    this.#options.emit(name, body);
  }
}
