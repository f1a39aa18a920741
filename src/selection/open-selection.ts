import {
  type CartItem,
  changeOf,
  missingFields,
  UpsellError,
  type UpsellFact,
  updatedItem,
} from '../model/index.ts';
import { type PlacementAttributes, type Selection, UPDATE_CART_ITEM } from '../sdk/index.ts';
import { closeQuietly } from './close-quietly.ts';
import { createNamedItems } from './named-items.ts';
import { listenToSelection } from './selection-messages.ts';
import type { UpdateRequest } from './update-request.ts';
import { createUpdateRequests } from './update-requests.ts';

/** A selection that Rokt has opened: its messages become facts, requests go out to it, until it is closed. */
export interface OpenSelection {
  /** Sends `request` when its item's turn comes. */
  request(request: UpdateRequest): void;
  setAttributes(attributes: PlacementAttributes): Promise<void>;
  /** Stops listening, rejects what was asked, and takes the placements off the page. */
  close(): void;
}

export function openSelection(
  selection: Selection,
  updateTimeout: number,
  report: (fact: UpsellFact) => void,
): OpenSelection {
  const items = createNamedItems();
  const requests = createUpdateRequests({
    send: async (cartItemId, quantity) => selection.send(UPDATE_CART_ITEM, { cartItemId, quantity }),
    isNamed: items.has,
    updateTimeout,
  });
  const invalid = (why: string, cause?: unknown) =>
    report({ type: 'upsell-error', detail: { error: new UpsellError('invalid-message', why, { cause }) } });
  let hasToldMissing = false;
  const stopListening = listenToSelection(
    selection,
    (update) => {
      const heldAs = items.note(update);
      const { isAnswer, settle } = requests.note(update, heldAs);
      // Said once; an incomplete item counts all the same.
      const missing = missingFields(updatedItem(update)).join(', ');
      if (missing && !hasToldMissing) {
        hasToldMissing = true;
        invalid(`${updatedItem(update).catalogItemId} came without ${missing}`);
      }
      // State first, then the event, then the promise of the request that this message answers.
      const origin = update.origin ?? (isAnswer ? 'page' : 'placement');
      report({ type: 'cart-item-updated', detail: { ...update, change: changeOf(update), origin }, heldAs });
      settle();
    },
    report,
    invalid,
  );
  Promise.resolve(selection.context?.sessionId).then(
    (sessionId) => sessionId && report({ type: 'session-paired', detail: { sessionId } }),
    () => undefined, // The id is undocumented; who needs it learns by getSessionId() that there is none.
  );
  return {
    request(request) {
      const id = items.currentId(request.wish);
      if (id !== undefined) requests.add(id, request);
      else
        request.reject(
          new UpsellError(
            'unknown-item',
            `${(request.wish as CartItem).catalogItemId}: not named by a placement`,
          ),
        );
    },
    setAttributes: async (attributes) => selection.setAttributes(attributes),
    close() {
      stopListening();
      requests.rejectAll(new UpsellError('no-selection', 'it has ended'));
      closeQuietly(selection);
    },
  };
}
