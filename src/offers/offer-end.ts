import type { Offer } from '../contract/wire.ts';
import type { OfferItem } from './offer-item.ts';
import type { Wording } from './spoken-words.ts';

/** The longest that is waited at once, ms: timers stand still where a page is put away, and none can be set for a month. */
const MINUTE = 60_000;

/** How long an offer holds from now on, ms; NaN, which is neither more nor less than anything, where it has no end. */
export function leftOf({ expiresAt }: Offer): number {
  return Date.parse(String(expiresAt)) - Date.now();
}

/** How long to wait before one of the offers may have ended, ms; undefined where none will. */
export function untilNextEnd(items: readonly Pick<OfferItem, 'offer'>[]): number | undefined {
  const waits = items.map(({ offer }) => leftOf(offer)).filter((wait) => wait > 0);
  return waits.length > 0 ? Math.min(MINUTE, ...waits) : undefined;
}

/** Until when an offer holds, in the shopper's own time; undefined where it has no end, or is over. */
export function endText(offer: Offer, { lang, messages }: Wording): string | undefined {
  if (!(leftOf(offer) > 0)) return undefined;
  const end = new Date(String(offer.expiresAt));
  const isToday = end.toDateString() === new Date(Date.now()).toDateString();
  const dateStyle = isToday ? undefined : 'medium';
  return messages.until(end.toLocaleString(lang, { dateStyle, timeStyle: 'short' }));
}
