import type { OfferItem } from './offer-item.ts';

/** One showing of an item in a placement. */
export interface ShownCard {
  readonly item: OfferItem;
  /** What tells it from every other card of its placement: the item's id, and which of its showings it is. */
  readonly key: string;
}

/** The cards of `items`. An item that is shown several times has a card for each. */
export function toCards(items: readonly OfferItem[]): readonly ShownCard[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const count = counts.get(item.cartItemId) ?? 0;
    counts.set(item.cartItemId, count + 1);
    return { item, key: JSON.stringify([item.cartItemId, count]) };
  });
}

/** What a card is recognised by from one render to the next. */
export function keyOfCard({ key }: ShownCard): string {
  return key;
}
