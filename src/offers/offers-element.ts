import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Consent } from '../model/index.ts';
import { announce, liveRegion } from './announcer.ts';
import type { CardContext } from './card-context.ts';
import { controlStyles } from './control-styles.ts';
import { formatPrice } from './format-price.ts';
import { HurriedFinger, ignoreRepeats, isPointer } from './gestures.ts';
import { english } from './messages.ts';
import { offerCard } from './offer-card.ts';
import { isRequired, type OfferItem } from './offer-item.ts';
import { styles } from './offers-styles.ts';

/** What a shopper does, told to the placement; the items change only by what it then sets. */
export interface OffersListener {
  change(item: OfferItem, quantity: number, consent: Consent): void;
  decline(item: OfferItem, isDeclined: boolean): void;
  /** True when the page opens the link itself. */
  follow(url: string): boolean;
}

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

  declare items: readonly OfferItem[];
  declare heading: string;
  listener: OffersListener | undefined;
  /** Why the last input on an item was not taken, by cart item id; it counts while the quantity is still that. */
  declare private notices: ReadonlyMap<string, { readonly text: string; readonly quantity: number }>;
  readonly #finger = new HurriedFinger();
  #focused: HTMLElement | undefined;
  /** Where the focus goes: a pointer's into no field, which would open a keyboard on the screen. */
  #hand: 'pointer' | 'keys' = 'keys';

  constructor() {
    super();
    this.items = [];
    this.heading = '';
    this.notices = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    liveRegion();
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('.card') ?? undefined;
  }

  protected override render(): TemplateResult {
    const required = this.items.filter(isRequired);
    const optional = this.items.filter((item) => !isRequired(item));
    return html`<section part="offers" aria-labelledby="heading" @keydown=${ignoreRepeats}>
      <h2 id="heading" part="heading">${this.heading || english.heading}</h2>
      ${
        optional.length
          ? html`<ul>
              ${optional.map((item) => this.#card(item))}
            </ul>`
          : nothing
      }
      ${
        required.length
          ? html`<h3 class="required-heading" id="required">${english.required}</h3>
              <ul aria-labelledby="required">
                ${required.map((item) => this.#card(item))}
              </ul>`
          : nothing
      }
    </section>`;
  }

  /** A control that had the focus and is gone hands it on within its card. */
  protected override updated(): void {
    if (this.shadowRoot?.activeElement) return;
    this.#focused?.querySelector<HTMLElement>(`[data-focus=""], [data-focus="${this.#hand}"]`)?.focus();
  }

  #card(item: OfferItem): TemplateResult {
    const notice = this.notices.get(item.cartItemId);
    const context: CardContext = {
      item,
      index: this.items.indexOf(item),
      lang: this.#lang,
      messages: english,
      notice: notice?.quantity === item.quantity ? notice.text : undefined,
      add: (event) => {
        this.#change(event, item, Math.max(1, item.offer.minimum));
        if (event.isTrusted) this.#finger.added(item.cartItemId, event);
      },
      setQuantity: (event, quantity) => this.#change(event, item, quantity),
      type: (event) => this.#type(event, item),
      decline: (event) => this.#decline(event, item, true),
      showAgain: (event) => this.#decline(event, item, false),
      follow: (event, url) => this.listener?.follow(url) && event.preventDefault(),
    };
    return offerCard(context);
  }

  /** Only a gesture of the shopper changes anything, and the rest of a hurried click on Add is none. */
  #change(event: Event, item: OfferItem, quantity: number): void {
    if (!event.isTrusted || this.#finger.isRest(item.cartItemId, event)) return;
    this.#hand = isPointer(event) ? 'pointer' : 'keys';
    this.#note(item, undefined);
    this.listener?.change(item, quantity, { at: Date.now(), text: this.#words(item, quantity) });
    this.#tell(item.cartItemId);
  }

  #type(event: Event, item: OfferItem): void {
    const input = event.target as HTMLInputElement;
    const typed = input.value.trim();
    const { minimum, maximum } = item.offer;
    const lowest = Math.max(minimum, 1);
    const isValid = /^\d{1,9}$/.test(typed) && Number(typed) >= minimum && Number(typed) <= maximum;
    if (isValid) return this.#change(event, item, Number(typed));
    input.value = String(item.quantity);
    this.#note(item, english.invalid(typed, lowest, maximum, minimum === 0));
  }

  #decline(event: Event, item: OfferItem, isDeclined: boolean): void {
    if (event.isTrusted) this.listener?.decline(item, isDeclined);
  }

  #note({ cartItemId, quantity }: OfferItem, text: string | undefined): void {
    const notices = new Map(this.notices);
    if (text) announce(text);
    if (text ? notices.set(cartItemId, { text, quantity }) : notices.delete(cartItemId))
      this.notices = notices;
  }

  /** The words on the control that was pressed, with what it costs: what the shopper agreed to. */
  #words({ offer, quantity: before }: OfferItem, quantity: number): string {
    const { name, currency, unitPrice } = offer.cartItem;
    const price = formatPrice(unitPrice, currency, this.#lang, quantity);
    if (quantity === 0) return english.removeItem(name);
    if (before > 0) return `${english.quantityOf(name)}: ${quantity}, ${price}`;
    return `${offer.positiveResponseText ?? english.add(name)}: ${name}, ${price}`;
  }

  #tell(cartItemId: string): void {
    const item = this.items.find((one) => one.cartItemId === cartItemId);
    if (!item) return;
    const { name, currency, unitPrice } = item.offer.cartItem;
    const total = formatPrice(unitPrice, currency, this.#lang, item.quantity);
    announce(
      item.quantity > 0 ? english.announceHeld(name, item.quantity, total) : english.announceRemoved(name),
    );
  }

  get #lang(): string {
    return this.closest<HTMLElement>('[lang]')?.lang ?? '';
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
