import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from './announcer.ts';
import type { CardContext } from './card-context.ts';
import { controlStyles } from './control-styles.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { HurriedFinger, ignoreRepeats, isOfShopper, isPointer } from './gestures.ts';
import { ItemAnnouncer } from './item-announcer.ts';
import type { Language } from './languages.ts';
import { offerCard } from './offer-card.ts';
import { isRequired, type OfferItem } from './offer-item.ts';
import type { OffersListener } from './offers-listener.ts';
import type { OffersPage } from './offers-page.ts';
import { styles } from './offers-styles.ts';
import { addLanguage, PageWords } from './page-words.ts';
import { keyOfCard, type ShownCard, toCards } from './shown-cards.ts';
import { consentText } from './spoken-words.ts';
import { toTypedQuantity } from './typed-quantity.ts';

/**
 * The offers of one placement, drawn by the first-party launcher.
 *
 * @tag rokt-upsell-offers
 *
 * @csspart offers - The whole placement.
 * @csspart heading - Its heading.
 * @csspart card - One offer; also `available`, `added` or `declined`.
 * @csspart image - The offer's image.
 * @csspart name - The offer's name.
 * @csspart description - The offer's description.
 * @csspart small-print - Seller and terms.
 * @csspart price - The price of one.
 * @csspart accept - The button that adds.
 * @csspart decline - The button that declines.
 * @csspart quantity - The quantity with − and +.
 * @csspart total - The price of all.
 * @csspart remove - The button that removes.
 * @csspart state - What stands where there is nothing to press.
 * @csspart notice - Why an input was not taken.
 *
 * @cssprop [--rokt-upsell-accent=CanvasText] - Colour of the accept button and of what is added.
 * @cssprop [--rokt-upsell-on-accent=Canvas] - Text colour on the accent.
 * @cssprop [--rokt-upsell-radius=12px] - Corner radius of a card.
 * @cssprop [--rokt-upsell-gap=12px] - Space between cards.
 */
export class RoktUpsellOffersElement extends LitElement {
  static override styles = [styles, controlStyles];
  static override properties: PropertyDeclarations = {
    items: { attribute: false },
    heading: { attribute: false },
    notices: { state: true },
  };

  /** Adds texts in another language, for all offers of the page. */
  static addLanguage(language: Language): void {
    addLanguage(language);
  }

  declare items: readonly OfferItem[];
  declare heading: string;
  listener: OffersListener | undefined;
  /** What says how they are drawn, where something does. */
  page: OffersPage | undefined;
  /** Why the last input on a card was not taken, by its key; it counts while the quantity is still that. */
  declare private notices: ReadonlyMap<string, { readonly text: string; readonly quantity: number }>;
  readonly #words = new PageWords(this);
  readonly #finger = new HurriedFinger();
  readonly #focus = new FocusKeeper();

  constructor() {
    super();
    this.items = [];
    this.heading = '';
    this.notices = new Map();
    new ItemAnnouncer(this, this.#words);
  }

  protected override willUpdate(): void {
    this.#focus.note(this.shadowRoot);
  }

  protected override render(): TemplateResult | typeof nothing {
    const cards = toCards(this.items);
    if (cards.length === 0) return nothing;
    const required = cards.filter(({ item }) => isRequired(item));
    const optional = cards.filter(({ item }) => !isRequired(item));
    const { messages, direction } = this.#words;
    return html`<section
      part="offers"
      aria-labelledby="heading"
      dir=${direction || nothing}
      @keydown=${ignoreRepeats}
    >
      <h2 id="heading" part="heading">${this.heading || messages.heading}</h2>
      ${
        optional.length
          ? html`<ul>
              ${repeat(optional, keyOfCard, (card) => this.#card(card))}
            </ul>`
          : nothing
      }
      ${
        required.length
          ? html`<h3 class="required-heading" id="required">${messages.required}</h3>
              <ul aria-labelledby="required">
                ${repeat(required, keyOfCard, (card) => this.#card(card))}
              </ul>`
          : nothing
      }
    </section>`;
  }

  protected override updated(): void {
    this.#focus.restore(this.shadowRoot);
  }

  #card(card: ShownCard): TemplateResult {
    const { item, key } = card;
    const notice = this.notices.get(key);
    const context: CardContext = {
      item,
      key,
      index: this.items.indexOf(item),
      lang: this.#words.lang,
      messages: this.#words.messages,
      notice: notice?.quantity === item.quantity ? notice.text : undefined,
      add: (event) => {
        this.#change(event, card, Math.max(1, item.offer.minimum));
        if (event.isTrusted) this.#finger.added(item.cartItemId, event);
      },
      setQuantity: (event, quantity) => this.#change(event, card, quantity),
      type: (event) => this.#type(event, card),
      decline: (event) => this.#decline(event, item, true),
      showAgain: (event) => this.#decline(event, item, false),
      follow: (event, url) => this.listener?.follow(url) && event.preventDefault(),
    };
    return offerCard(context);
  }

  /** Only a gesture of the shopper changes anything, and the rest of a hurried click on Add is none. */
  #change(event: Event, card: ShownCard, quantity: number): void {
    const { item } = card;
    if (!isOfShopper(event) || this.#finger.isRest(item.cartItemId, event)) return;
    this.#focus.hand = isPointer(event) ? 'pointer' : 'keys';
    this.#note(card, undefined);
    const consent = { at: Date.now(), text: consentText(item, quantity, this.#words) };
    this.listener?.change(item, quantity, consent);
  }

  /** What stands in the field afterwards is what is held, whatever was typed. */
  #type(event: Event, card: ShownCard): void {
    const { item } = card;
    const input = event.target as HTMLInputElement;
    const { minimum, maximum } = item.offer;
    const quantity = toTypedQuantity(input.value);
    if (quantity !== undefined && quantity >= minimum && quantity <= maximum) {
      this.#change(event, card, quantity);
    } else {
      this.#note(card, this.#words.messages.range(Math.max(minimum, 1), maximum));
    }
    input.value = String(this.#itemOf(item.cartItemId)?.quantity ?? item.quantity);
  }

  #decline(event: Event, item: OfferItem, isDeclined: boolean): void {
    if (isOfShopper(event)) this.listener?.decline(item, isDeclined);
  }

  #note({ item, key }: ShownCard, text: string | undefined): void {
    const notices = new Map(this.notices);
    if (text) notices.set(key, { text, quantity: item.quantity });
    else notices.delete(key);
    this.notices = notices;
    if (text) announce(text, this);
  }

  #itemOf(cartItemId: string): OfferItem | undefined {
    return this.items.find((one) => one.cartItemId === cartItemId);
  }
}

/** Defines the element once a document, by whichever copy of this file comes first. */
export function defineOffersElement(): void {
  if (!customElements.get('rokt-upsell-offers'))
    customElements.define('rokt-upsell-offers', RoktUpsellOffersElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'rokt-upsell-offers': RoktUpsellOffersElement;
  }
}
