import type { CartItemUpdate, UpsellFact } from '../model/index.ts';
import {
  CART_ITEM_UPDATED,
  LINK_NAVIGATION_REQUEST,
  listen,
  OFFER_ENGAGEMENT,
  POSITIVE_ENGAGEMENT,
  type Selection,
  toLinkUrl,
  toUpdateOfMessage,
} from '../sdk/index.ts';

/**
 * Listens to every message of `selection` that concerns a page: updates of items go to `take`, all others are facts as
 * they stand. A message that cannot be read is dropped and told by `invalid`. The result stops it.
 */
export function listenToSelection(
  selection: Selection,
  take: (update: CartItemUpdate) => void,
  report: (fact: UpsellFact) => void,
  invalid: (why: string, cause?: unknown) => void,
): () => void {
  const handlers: Record<string, (event: unknown) => void> = {
    [CART_ITEM_UPDATED]: (event) => take(toUpdateOfMessage(event)),
    [LINK_NAVIGATION_REQUEST]: (event) =>
      report({ type: 'link-requested', detail: { url: toLinkUrl(event) } }),
    [OFFER_ENGAGEMENT]: () => report({ type: 'offer-engaged', detail: { kind: 'any' } }),
    [POSITIVE_ENGAGEMENT]: () => report({ type: 'offer-engaged', detail: { kind: 'positive' } }),
  };
  const stops = Object.entries(handlers).map(([name, handle]) =>
    listen(selection.on(name), (event) => {
      try {
        handle(event);
      } catch (cause) {
        invalid(`${name}: ${(cause as Error).message}`, cause);
      }
    }),
  );
  return () => stops.forEach((stop) => stop());
}
