import { type PropertyDeclarations, type PropertyValues, ReactiveElement } from '@lit/reactive-element';
import { announce, liveRegion } from './announcer.ts';
import { placeOf, turn } from './carousel.ts';
import { type CardActs, CardControls } from './card-controls.ts';
import { type CardFace, layoutFor, type Note, stateOf, toShowings } from './card-face.ts';
import { CardList } from './card-list.ts';
import { CardNotes } from './card-notes.ts';
import { draw } from './draw.ts';
import { cardsIn, FocusKeeper } from './focus-keeper.ts';
import { isPointer } from './gestures.ts';
import { announceChanges } from './item-announcer.ts';
import { endText, untilNextEnd } from './offer-end.ts';
import { isRequired, type OfferItem, shortageOf } from './offer-item.ts';
import { offersFrame } from './offers-frame.ts';
import type { OffersListener } from './offers-listener.ts';
import type { OffersPage } from './offers-page.ts';
import { styleSheet } from './offers-styles.ts';
import { addLanguage, PageWords } from './page-words.ts';
import { consentText } from './spoken-words.ts';

/** What draws the offers of one placement, and hears what a shopper does to them. The element that is defined adds its name. */
export class OffersView extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    items: { attribute: false },
    heading: { attribute: false },
  };

  /** Adds texts in another language, for all offers of the page. */
  static readonly addLanguage = addLanguage;

  /** What is offered, in this order; what differs in a new list is announced to assistive technology. */
  declare items: readonly OfferItem[];
  /** Over the offers; empty: what the page’s language has for it. */
  declare heading: string;
  /** Hears what the shopper does; without one, nothing comes of it. */
  listener: OffersListener | undefined;
  /** What says how they are drawn, where something does. */
  page: OffersPage | undefined;
  readonly #words = new PageWords(this);
  readonly #focus = new FocusKeeper();
  readonly #lists = { optional: new CardList(), 'required-list': new CardList() };
  readonly #notes = new CardNotes(
    () => this.requestUpdate(),
    (key) => this.#cardOf(key)?.matches(':hover, :focus-within') ?? false,
  );
  /** What the shopper asked for last, by the card's key. */
  readonly #wishes = new Map<string, number>();
  #faces: readonly CardFace[] = [];
  #end: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.items = [];
    this.heading = '';
  }

  /** The live region has to be there, empty, before anything is told. */
  override connectedCallback(): void {
    super.connectedCallback();
    liveRegion(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#notes.stop();
    clearTimeout(this.#end);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    new CardControls(root, this.#acts);
    // Neither event bubbles.
    root.addEventListener('scroll', () => this.#showPlace(), true);
    // An image that does not come leaves its tile.
    const leaveTile = (event: Event) => (event.target as Element).parentElement?.classList.add('broken');
    root.addEventListener('error', leaveTile, true);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#noteLinked(changed.get('items'));
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    this.#focus.note(this.shadowRoot);
    this.#draw(this.renderRoot as ShadowRoot);
    this.#focus.restore(this.shadowRoot);
  }

  /** What is there from the start is no news. An offer that ends is drawn anew. */
  protected override updated(changed: PropertyValues<this>): void {
    announceChanges(changed.get('items') ?? this.items, this.items, this, this.#words);
    clearTimeout(this.#end);
    const wait = untilNextEnd(this.items);
    if (wait && this.isConnected) this.#end = setTimeout(() => this.requestUpdate(), wait);
  }

  #draw(root: ShadowRoot): void {
    const { lang, messages, direction } = this.#words;
    const optional = this.items.filter((item) => !isRequired(item)).length;
    const layout = layoutFor(this.page?.layout, optional);
    this.#faces = toShowings(this.items).map(({ item, key }) => {
      const note = this.#notes.of(key);
      const isMeant = note?.at === item.quantity;
      const said = { note: isMeant ? note : undefined, wish: this.#wishes.get(key) };
      const ends = endText(item.offer, this.#words);
      return { item, key, lang, messages, layout, ends, ...said };
    });
    const required = this.items.length - optional;
    const open = this.#openFaces().length;
    const { heading } = this;
    const frame = offersFrame({ heading, layout, optional, required, open, messages, direction });
    draw(root, [frame]);
    for (const [name, list] of Object.entries(this.#lists)) {
      const faces = this.#faces.filter(({ item }) => isRequired(item) === (name !== 'optional'));
      list.draw(root.querySelector(`.${name}`) as Element, shortLast(faces));
    }
  }

  /** What the controls of the cards do. */
  readonly #acts: CardActs = {
    faceAround: (node) =>
      this.#faces.find(({ key }) => key === node.closest<HTMLElement>('.card')?.dataset['card']),
    change: (face, quantity, event) => this.#change(face, quantity, event),
    decline: ({ item }, isDeclined) => this.listener?.decline(item, isDeclined),
    declineAll: () => this.#openFaces().forEach(({ item }) => this.listener?.decline(item, true)),
    turn: (by) => turn(this.#optionalList, by),
    limit: ({ key, item }, text) => {
      const { quantity } = item;
      const note: Note = { kind: 'limit', at: quantity, before: quantity, text };
      this.#notes.set(key, text === undefined ? undefined : note);
      if (text !== undefined) announce(text, this);
    },
    follow: (url) => this.listener?.follow(url) ?? false,
  };

  #change({ item, key }: CardFace, quantity: number, event: Event): void {
    const { quantity: before } = item;
    this.#focus.hand = isPointer(event) ? 'pointer' : 'keys';
    this.#wishes.set(key, quantity);
    this.#notes.set(key, quantity === 0 ? { kind: 'removed', at: 0, before } : undefined);
    const consent = { at: Date.now(), text: consentText(item, quantity, this.#words) };
    this.listener?.change(item, quantity, consent);
  }

  /** What a product of the cart has brought along is said. */
  #noteLinked(before: readonly OfferItem[] | undefined): void {
    for (const { item, key } of toShowings(this.items)) {
      const { quantity, cartItemId, offer } = item;
      const isBrought = offer.cartItem.quantityMustBeSynchronized && this.#wishes.get(key) !== quantity;
      const old = isBrought && before?.find((one) => one.cartItemId === cartItemId)?.quantity;
      if (!old || quantity <= old) continue;
      this.#notes.set(key, { kind: 'linked', at: quantity, before: old });
    }
  }

  #showPlace(): void {
    const place = this.renderRoot.querySelector('.place');
    const list = this.#optionalList;
    if (place) place.textContent = this.#words.messages.position(placeOf(list) + 1, list.children.length);
  }

  get #optionalList(): Element {
    return this.renderRoot.querySelector('.optional') as Element;
  }

  #openFaces(): readonly CardFace[] {
    return this.#faces.filter((face) => stateOf(face) === 'available');
  }

  #cardOf(key: string): Element | undefined {
    return cardsIn(this.renderRoot).find((card) => card.dataset['card'] === key);
  }
}

/** What cannot be had stands after what can. */
function shortLast(faces: readonly CardFace[]): readonly CardFace[] {
  const isOut = ({ item }: CardFace) => Number(item.quantity === 0 && Boolean(shortageOf(item)));
  return [...faces].sort((one, other) => isOut(one) - isOut(other));
}
