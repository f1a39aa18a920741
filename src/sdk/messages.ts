import {
  type CartItemUpdate,
  type ClearedItem,
  isRecord,
  toPlacementWord,
  toRecord,
} from '../model/index.ts';
import type { Subscriber } from './launcher.ts';
import { page } from './page.ts';
import { toUrl } from './to-url.ts';

// Names on the wire. Source: Rokt's "Integrating your cart" and placement message pages.

/** A placement's word: an item is held at another quantity. */
export const CART_ITEM_UPDATED = 'V2_CART_ITEM_UPDATED';
/** The page's wish for a quantity. */
export const UPDATE_CART_ITEM = 'V2_UPDATE_CART_ITEM';
/** The shopper has answered an offer, in whatever way. */
export const OFFER_ENGAGEMENT = 'OFFER_ENGAGEMENT';
/** The shopper has accepted an offer. */
export const POSITIVE_ENGAGEMENT = 'POSITIVE_ENGAGEMENT';
/** The page is to open a link. */
export const LINK_NAVIGATION_REQUEST = 'LINK_NAVIGATION_REQUEST';
/** How the page's own work on a change goes, for our own launcher alone. */
export const ITEM_WORK = 'ROKT_UPSELL_ITEM_WORK';
/** How the page's own work on a change goes. */
export type ItemWork = 'pending' | 'done' | 'failed';
/** Something failed that ends nothing; from our own launcher alone. */
export const UPSELL_ERROR = 'ROKT_UPSELL_ERROR';
/** A placement is gone from the page. */
export const PLACEMENT_CLOSED = 'PLACEMENT_CLOSED';
/** A placement has failed. */
export const PLACEMENT_FAILURE = 'PLACEMENT_FAILURE';

/**
 * The placement's word in a `V2_CART_ITEM_UPDATED` event.
 *
 * @throws {TypeError} that names the field, what was expected and what came
 */
export function toWordOfMessage(event: unknown): CartItemUpdate | ClearedItem {
  return toPlacementWord(toRecord(event, 'event')['body']);
}

/**
 * The URL in a `LINK_NAVIGATION_REQUEST` event, which stands in its body or, in other versions, on the event itself.
 *
 * @param base what a relative one is relative to; default the page's own
 * @throws {TypeError} when there is none, or one that is not http or https, whatever it is disguised as; it is not quoted
 */
export function toLinkUrl(event: unknown, base = page.document?.baseURI): string {
  const { body, url: ownUrl } = isRecord(event) ? event : {};
  const url = (isRecord(body) ? body['url'] : undefined) ?? ownUrl;
  if (typeof url === 'string' && /^https?:$/.test(toUrl(url, base)?.protocol ?? '')) return url;
  throw new TypeError('url: expected an http or https link');
}

/**
 * Listens to one kind of message until `signal` aborts.
 *
 * What Rokt's `subscribe` returns is not published, so a function and an `unsubscribe` method are both used, and
 * where there is neither the callback is cut off on our side.
 */
export function listen(
  subscriber: Subscriber,
  signal: AbortSignal,
  callback: (event: unknown) => void,
): void {
  const subscription = subscriber.subscribe((event) => {
    if (!signal.aborted) callback(event);
  });
  signal.addEventListener('abort', () => {
    // RxJS has its `unsubscribe` on a class, so it is called as the method that it is.
    const { unsubscribe = subscription } = (subscription ?? {}) as { unsubscribe?: unknown };
    try {
      if (typeof unsubscribe === 'function') unsubscribe.call(subscription);
    } catch {
      // Its placement may be gone by now; nothing is heard of it in any case.
    }
  });
}
