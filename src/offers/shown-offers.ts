import type { CartItemUpdate, HeldProduct } from '../model/index.ts';
import type { Declines } from './declines.ts';
import type { OffersDocument, PlacementDocument } from '../contract/wire.ts';
import { byName, joinedOffers } from './joined-offers.ts';
import { OfferItems } from './offer-items.ts';
import { OffersPlacement, type OffersPlacementOptions } from './offers-placement.ts';

/** What a selection hands on to what it shows. */
export interface ShownOffersOptions extends Omit<OffersPlacementOptions, 'document' | 'items'> {
  /** What the page's cart holds already, by product key. */
  readonly held: ReadonlyMap<string, HeldProduct>;
  readonly declines: Declines;
  /** The word on one item, after the placements that draw it have passed it on. */
  tell(update: CartItemUpdate): void;
  /** A placement that joined later has failed. */
  fail(cause: unknown): void;
}

/** What a selection shows: its items, and the placements that draw them, by the answer and by each newer one. */
export class ShownOffers {
  readonly items: OfferItems;
  readonly #options: ShownOffersOptions;
  /** By what recognises them in a newer answer. */
  readonly #placements = new Map<string, OffersPlacement>();

  constructor({ placements }: OffersDocument, options: ShownOffersOptions) {
    this.#options = options;
    this.items = new OfferItems({
      offers: placements.flatMap(({ offers }) => offers),
      held: options.held,
      declines: options.declines,
      draw: () => this.placements.forEach((placement) => placement.draw()),
      tell: (update, key) => {
        for (const placement of this.placements) placement.tell(update, key);
        options.tell(update);
      },
    });
    for (const [name, document] of byName(placements)) this.#add(name, document);
  }

  get placements(): readonly OffersPlacement[] {
    return [...this.#placements.values()];
  }

  /** Resolves once each placement is drawn, or cannot be. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.placements.map((placement) => placement.ready()));
  }

  /** A newer answer: what is held stays, with its place and id; new offers are last; others go where they are offered no more. */
  take(document: OffersDocument): void {
    const documents = byName(document.placements);
    const { items } = this;
    const next = [...this.#placements].map(([name, placement]) => {
      const { offers: newer = [], title } = documents.get(name) ?? {};
      documents.delete(name);
      const offers = joinedOffers(placement.offers, newer, (...pair) => items.keep(...pair));
      return { placement, offers, title };
    });
    const newest = document.placements.flatMap(({ offers }) => offers);
    items.leave([...next.flatMap(({ offers }) => offers), ...newest]);
    items.join(newest);
    for (const { placement, offers, title } of next) placement.show(offers, title);
    for (const [name, one] of documents) {
      this.#add(name, one)
        ?.ready()
        .catch((cause: unknown) => this.#options.fail(cause));
    }
  }

  /** A place without offers is none, until there are some. */
  #add(name: string, document: PlacementDocument): OffersPlacement | undefined {
    if (document.offers.length === 0) return undefined;
    const placement = new OffersPlacement({ ...this.#options, document, items: this.items });
    this.#placements.set(name, placement);
    return placement;
  }
}
