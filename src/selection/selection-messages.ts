import { type CartItemUpdate, type ClearedItem, toUpsellError, type UpsellFact } from '../model/index.ts';
import {
  CART_ITEM_UPDATED,
  LINK_NAVIGATION_REQUEST,
  listen,
  OFFER_ENGAGEMENT,
  POSITIVE_ENGAGEMENT,
  type Selection,
  toLinkUrl,
  toWordOfMessage,
  UPSELL_ERROR,
} from '../sdk/index.ts';

/** An error as our own launcher tells it. */
interface ErrorMessage {
  readonly body?: { readonly error?: unknown };
}

/** Who hears what a selection says. */
export interface MessagesListener {
  /** A placement's word on an item. */
  take(word: CartItemUpdate | ClearedItem): void;
  /** All other messages are facts as they stand. */
  report(fact: UpsellFact): void;
  /** A message that cannot be read is dropped and told. */
  invalid(why: string, cause: unknown): void;
}

/** Listens to every message of `selection` that concerns a page, until `over` aborts. */
export function listenToSelection(selection: Selection, over: AbortSignal, listener: MessagesListener): void {
  const handlers: Record<string, (event: unknown) => void> = {
    [CART_ITEM_UPDATED]: (event) => listener.take(toWordOfMessage(event)),
    [LINK_NAVIGATION_REQUEST]: (event) =>
      listener.report({ type: 'link-requested', detail: { url: toLinkUrl(event) } }),
    [OFFER_ENGAGEMENT]: () => listener.report({ type: 'offer-engaged', detail: { kind: 'any' } }),
    [POSITIVE_ENGAGEMENT]: () => listener.report({ type: 'offer-engaged', detail: { kind: 'positive' } }),
    [UPSELL_ERROR]: (event) => {
      const error = toUpsellError((event as ErrorMessage).body?.error, 'selection-rejected');
      listener.report({ type: 'upsell-error', detail: { error } });
    },
  };
  for (const [name, handle] of Object.entries(handlers)) {
    listen(selection.on(name), over, (event) => {
      try {
        handle(event);
      } catch (cause) {
        listener.invalid(`${name}: ${(cause as Error).message}`, cause);
      }
    });
  }
}
