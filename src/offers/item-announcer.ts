import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { announce, liveRegion } from './announcer.ts';
import type { OfferItem } from './offer-item.ts';
import { announcement, type Wording } from './spoken-words.ts';

/** Offers that are drawn. */
type Host = ReactiveControllerHost & Element & { readonly items: readonly OfferItem[] };

/**
 * Announces each item's quantity whenever it has become another one, whoever decided it: the shopper, the page, or a product that the
 * item goes with. What is there from the start is no news.
 */
export class ItemAnnouncer implements ReactiveController {
  readonly #host: Host;
  readonly #wording: Wording;
  #before: readonly OfferItem[] | undefined;

  /** @param wording the words that are drawn */
  constructor(host: Host, wording: Wording) {
    this.#host = host;
    this.#wording = wording;
    host.addController(this);
  }

  /** The region has to be there, empty, before anything is told. */
  hostConnected(): void {
    liveRegion(this.#host);
  }

  hostUpdated(): void {
    const { items } = this.#host;
    const before = this.#before;
    this.#before = items;
    if (!before || before === items) return;
    for (const item of items) this.#tell(item, quantityIn(before, item));
    for (const item of before) {
      const isGone = items.every(({ cartItemId }) => cartItemId !== item.cartItemId);
      if (isGone) this.#tell({ ...item, quantity: 0 }, item.quantity);
    }
  }

  #tell(item: OfferItem, before: number): void {
    if (item.quantity !== before) announce(announcement(item, this.#wording), this.#host, item.cartItemId);
  }
}

/** How many of an item there were: none, where it was not there. */
function quantityIn(items: readonly OfferItem[], { cartItemId }: OfferItem): number {
  return items.find((one) => one.cartItemId === cartItemId)?.quantity ?? 0;
}
