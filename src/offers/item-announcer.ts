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
  const gone = before.map((item) => ({ ...item, quantity: 0 }));
  for (const item of new Map([...gone, ...items].map((one) => [one.cartItemId, one])).values()) {
    const old = before.find(({ cartItemId }) => cartItemId === item.cartItemId);
    if (item.quantity !== (old?.quantity ?? 0)) announce(announcement(item, wording), host, item.cartItemId);
  }
}
