import {
  type CartItemUpdate,
  type ClearedItem,
  expected,
  toPlacementWord,
  toRecord,
} from '../model/index.ts';
import type { Subscriber } from './launcher.ts';

/** Names on the wire. Source: Rokt's "Integrating your cart" and placement message pages. */
export const CART_ITEM_UPDATED = 'V2_CART_ITEM_UPDATED';
export const UPDATE_CART_ITEM = 'V2_UPDATE_CART_ITEM';
export const OFFER_ENGAGEMENT = 'OFFER_ENGAGEMENT';
export const POSITIVE_ENGAGEMENT = 'POSITIVE_ENGAGEMENT';
export const LINK_NAVIGATION_REQUEST = 'LINK_NAVIGATION_REQUEST';
/** How the page's own work on a change goes, for our own launcher alone. */
export const ITEM_WORK = 'ROKT_UPSELL_ITEM_WORK';
export const PLACEMENT_CLOSED = 'PLACEMENT_CLOSED';
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
 * @throws {TypeError} when there is none
 */
export function toLinkUrl(input: unknown): string {
  const event = toRecord(input, 'event');
  const url = (event['body'] as { url?: unknown } | undefined)?.url ?? event['url'];
  if (typeof url === 'string') return url;
  throw new TypeError(expected('url', 'a string', url));
}

/**
 * Listens to one kind of message; the result stops it.
 *
 * What Rokt's `subscribe` returns is not published, so a function and an `unsubscribe` method are both used, and
 * where there is neither the callback is cut off on our side.
 */
export function listen(subscriber: Subscriber, callback: (event: unknown) => void): () => void {
  let isListening = true;
  const subscription = subscriber.subscribe((event) => {
    if (isListening) callback(event);
  });
  return () => {
    if (!isListening) return;
    isListening = false;
    const { unsubscribe = subscription } = (subscription ?? {}) as { unsubscribe?: unknown };
    if (typeof unsubscribe === 'function') unsubscribe.call(subscription);
  };
}
