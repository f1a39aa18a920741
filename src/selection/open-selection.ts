import {
  type CartItemUpdate,
  changeOf,
  missingFields,
  UpsellError,
  type UpsellFact,
  updatedItem,
} from '../model/index.ts';
import { type PlacementAttributes, type Selection, UPDATE_CART_ITEM } from '../sdk/index.ts';
import { NamedItems } from './named-items.ts';
import { listenToSelection } from './selection-messages.ts';
import type { UpdateRequest } from './update-request.ts';
import { UpdateRequests } from './update-requests.ts';

/** A selection that Rokt has opened: its messages become facts, requests go out to it, until it is closed. */
export class OpenSelection {
  readonly #selection: Selection;
  readonly #report: (fact: UpsellFact) => void;
  readonly #items = new NamedItems();
  readonly #requests: UpdateRequests;
  readonly #stopListening: () => void;
  #hasToldMissing = false;

  constructor(selection: Selection, updateTimeout: number, report: (fact: UpsellFact) => void) {
    this.#selection = selection;
    this.#report = report;
    this.#requests = new UpdateRequests({
      send: async (cartItemId, quantity) => selection.send(UPDATE_CART_ITEM, { cartItemId, quantity }),
      isNamed: (cartItemId) => this.#items.has(cartItemId),
      updateTimeout,
    });
    this.#stopListening = listenToSelection(selection, (update) => this.#take(update), report);
    Promise.resolve(selection.context?.sessionId).then(
      (sessionId) => sessionId && report({ type: 'session-paired', detail: { sessionId } }),
      () => undefined, // The id is undocumented; who needs it learns by getSessionId() that there is none.
    );
  }

  /** Sends `request` when its item's turn comes. */
  request(request: UpdateRequest): void {
    const id = this.#items.currentId(request.wish);
    if (id !== undefined) this.#requests.add(id, request);
    else
      request.reject(
        new UpsellError('unknown-item', `${JSON.stringify(request.wish)}: no placement has named it`),
      );
  }

  setAttributes(attributes: PlacementAttributes): Promise<void> {
    return this.#selection.setAttributes(attributes);
  }

  /** Stops listening, rejects what was asked, and takes the placements off the page. */
  close(): void {
    this.#stopListening();
    this.#requests.rejectAll(new UpsellError('no-selection', 'the selection has ended'));
    closeQuietly(this.#selection);
  }

  /** State first, then the event, then the promise of the request that this message answers. */
  #take(update: CartItemUpdate): void {
    this.#items.note(update);
    const { isAnswer, settle } = this.#requests.note(update);
    this.#tellMissing(update);
    const origin = update.origin ?? (isAnswer ? 'page' : 'placement');
    this.#report({ type: 'cart-item-updated', detail: { ...update, change: changeOf(update), origin } });
    settle();
  }

  /** Says once that items come incomplete; they count all the same. */
  #tellMissing(update: CartItemUpdate): void {
    if (this.#hasToldMissing) return;
    const item = updatedItem(update);
    const missing = missingFields(item).join(', ');
    if (!missing) return;
    this.#hasToldMissing = true;
    const error = new UpsellError(
      'invalid-message',
      `${item.catalogItemId}: counts, but came without ${missing}`,
    );
    this.#report({ type: 'upsell-error', detail: { error } });
  }
}

/** Closes what nobody waits for any more. */
export function closeQuietly(selection: Pick<Selection, 'close'>): void {
  // Its failure would concern placements that have ended.
  Promise.resolve()
    .then(() => selection.close())
    .catch(() => undefined);
}
