import type { Offer, PlacementDocument } from '../contract/wire.ts';
import { keyOf } from './offer-item.ts';

/** What a newer answer leaves of an offer that is shown: the newer one, the same, or nothing. */
export type Judge = (shown: Offer, newer: Offer | undefined) => Offer | undefined;

/** The offers of a placement once a newer answer has come: those that are shown keep their places, new ones are last. */
export function joinedOffers(shown: readonly Offer[], newer: readonly Offer[], judge: Judge): Offer[] {
  const left = [...newer];
  const kept = shown.flatMap((offer) => {
    const at = left.findIndex((one) => keyOf(one) === keyOf(offer));
    const [match] = at < 0 ? [] : left.splice(at, 1);
    return judge(offer, match) ?? [];
  });
  return [...kept, ...left];
}

/** Placements by what they are recognised by from one answer to the next: their id, their target, their place among those alike. */
export function byName(documents: readonly PlacementDocument[]): Map<string, PlacementDocument> {
  const named = new Map<string, PlacementDocument>();
  for (const document of documents) {
    let place = 0;
    const name = () => JSON.stringify([document.placementId, document.target, place]);
    while (named.has(name())) place++;
    named.set(name(), document);
  }
  return named;
}
