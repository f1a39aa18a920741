import { announce } from './announcer.ts';
import type { OfferItem } from './offer-item.ts';
import { announcement, type Wording } from './spoken-words.ts';

/**
 * Announces each item's quantity that has become another one, whoever decided it: the shopper, the page, or a product that the
 * item goes with.
 *
 * @param wording the words that are drawn
 */
export function announceChanges(
  before: readonly OfferItem[],
  items: readonly OfferItem[],
  host: Element,
  wording: Wording,
): void {
  const old = new Map(before.map((item) => [item.cartItemId, item.quantity]));
  const gone = before.map((item) => ({ ...item, quantity: 0 }));
  const all = new Map([...gone, ...items].map((item) => [item.cartItemId, item]));
  for (const [id, item] of all) {
    if (item.quantity !== (old.get(id) ?? 0)) announce(announcement(item, wording), host, id);
  }
}
