import {
  type CartItemUpdate,
  type CartItemUpdated,
  type ClearedItem,
  hasSoundTotal,
  heldItem,
  type ItemRef,
  missingFields,
  type ServedBy,
  updatedItem,
  UpsellError,
  type UpsellFact,
} from '../model/index.ts';
import { ITEM_WORK, type PlacementAttributes, type Selection, UPDATE_CART_ITEM } from '../sdk/index.ts';
import { closeQuietly } from './close-quietly.ts';
import { toItemFact } from './item-facts.ts';
import type { WorkState } from './item-works.ts';
import type { SelectionContext } from './selection-context.ts';
import { listenToSelection } from './selection-messages.ts';
import { settleUnsent } from './settle-unsent.ts';
import type { UpdateRequest } from './update-request.ts';
import { UpdateRequests } from './update-requests.ts';

export interface OpenSelectionOptions {
  readonly servedBy: ServedBy;
  /** From sending a wish to its answer, ms. */
  readonly updateTimeout: number;
  readonly context: SelectionContext;
  /** True while what is told first of an item is how the selection opens, and no act of the shopper's. */
  readonly isOpening: () => boolean;
  /** Is told of each item that the shopper has decided on. */
  readonly touched: (ref: ItemRef) => void;
}

/** A selection that a launcher has opened: its messages become facts, wishes go out to it, until it is closed. */
export class OpenSelection {
  readonly selection: Selection;
  readonly #options: OpenSelectionOptions;
  readonly #requests: UpdateRequests;
  readonly #stopListening: () => void;
  /** Faults of messages that are told once. */
  readonly #told = new Set<string>();
  #isClosed = false;

  constructor(selection: Selection, options: OpenSelectionOptions) {
    this.selection = selection;
    this.#options = options;
    const { context, updateTimeout } = options;
    this.#requests = new UpdateRequests({
      send: async (ref, quantity) => selection.send(UPDATE_CART_ITEM, this.#wishFor(ref, quantity)),
      held: (ref) => heldItem(context.state, ref),
      isNamed: (ref) => context.items.isNamed(ref),
      settleUnsent: (ref, quantity) => settleUnsent(context, ref, quantity, context.items.isNamed(ref)),
      inTurn: (act) => context.inTurn(act),
      updateTimeout,
    });
    this.#stopListening = listenToSelection(selection, {
      take: (word) => this.#inTurn(() => this.#take(word)),
      report: (fact) => this.#inTurn(() => context.tell(fact)),
      invalid: (why, cause) => this.#inTurn(() => this.#invalid(why, cause)),
    });
    Promise.resolve(selection.context?.sessionId).then(
      (sessionId) => this.#inTurn(() => this.#pair(sessionId)),
      () => undefined, // The id is undocumented; who needs it learns by getSessionId() that there is none.
    );
  }

  get servedBy(): ServedBy {
    return this.#options.servedBy;
  }

  /** Sends `request` when its item's turn comes; rejects it where nobody can know which item is meant. */
  ask(request: UpdateRequest): void {
    const { context, servedBy, touched } = this.#options;
    const { wish } = request;
    const ref = servedBy === 'offers' ? context.items.expect(wish) : context.items.find(wish);
    if (ref === undefined) {
      return request.reject(new UpsellError('unknown-item', 'no placement has named the product'));
    }
    touched(ref);
    this.#requests.add(ref, request);
  }

  /** Sends a request for what is held already, which nobody has decided on anew. */
  askForHeld(ref: ItemRef, request: UpdateRequest): void {
    this.#requests.add(ref, request);
  }

  /** Tells our own launcher how the page's work on an item goes; no other knows that message. */
  showWork(ref: ItemRef, state: WorkState): void {
    const { context, servedBy } = this.#options;
    if (servedBy !== 'offers') return;
    const { cartItemId } = context.items.nameOf(ref);
    const send = async () => this.selection.send(ITEM_WORK, { cartItemId, state });
    send().catch(() => undefined); // It is for the eye alone.
  }

  /** Adds attributes to the selection. */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    await this.selection.setAttributes(attributes);
  }

  /** Stops listening, rejects what was asked, and takes the placements off the page. */
  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#requests.rejectAll(new UpsellError('no-selection', 'it has ended'));
    closeQuietly(this.selection);
  }

  /** What has been closed says nothing any more. */
  #inTurn(act: () => void): void {
    this.#options.context.inTurn(() => {
      if (!this.#isClosed) act();
    });
  }

  #take(word: CartItemUpdate | ClearedItem): void {
    if ('clearedId' in word) this.#clear(word.clearedId);
    else this.#update(word);
  }

  /** One message on an item: state, event, and then the promise of the request that it answers. */
  #update(update: CartItemUpdate): void {
    const { context, servedBy, isOpening, touched } = this.#options;
    const { ref, wasNamed, absorbed } = context.items.note(update);
    this.#checkOnce(update);
    const asked = this.#requests.asked(ref);
    const { consent, origin = asked?.origin ?? 'placement' } = update;
    const held = heldItem(context.state, ref);
    const fact = toItemFact(held, update.cartItem, { ref, servedBy, origin, consent }, update);
    if (isShoppersAct(fact.detail, !wasNamed && isOpening())) touched(ref);
    context.tell(fact, asked);
    this.#requests.hear(ref, fact.detail);
    if (absorbed === undefined) return;
    this.#requests.hear(absorbed, fact.detail);
    this.#requests.move(absorbed, ref);
  }

  /** The placements know nothing of that id: nobody can say that it is held still. */
  #clear(clearedId: string): void {
    const { context } = this.#options;
    const ref = context.items.find({ cartItemId: clearedId, quantity: 0 }) as ItemRef;
    context.replace(ref, null, 'selection');
    this.#requests.clear(ref);
  }

  /** Our own launcher is told the product as well: it knows what it offers before any of it has been named. */
  #wishFor(ref: ItemRef, quantity: number): object {
    const { context, servedBy } = this.#options;
    const { cartItemId, ...product } = context.items.nameOf(ref);
    return servedBy === 'offers' ? { cartItemId, ...product, quantity } : { cartItemId, quantity };
  }

  #pair(sessionId: unknown): void {
    if (typeof sessionId !== 'string' || !sessionId) return;
    this.#options.context.tell({ type: 'session-paired', detail: { sessionId } });
  }

  /** An item that is incomplete or does not add up counts all the same; each is said once. */
  #checkOnce(update: CartItemUpdate): void {
    const item = updatedItem(update);
    const missing = missingFields(item).join(', ');
    if (missing) this.#invalidOnce(`cart items come without ${missing}`);
    if (update.cartItem && !hasSoundTotal(update.cartItem)) {
      this.#invalidOnce('cartItem.totalPrice is not unitPrice × quantity');
    }
  }

  #invalidOnce(why: string): void {
    if (this.#told.has(why)) return;
    this.#told.add(why);
    this.#invalid(why);
  }

  #invalid(why: string, cause?: unknown): void {
    const fact: UpsellFact = {
      type: 'upsell-error',
      detail: { error: new UpsellError('invalid-message', why, { cause }) },
    };
    this.#options.context.tell(fact);
  }
}

/** Rokt's launcher does not say who it was: what it announces when it opens is no act of the shopper's. */
function isShoppersAct({ origin, change }: CartItemUpdated, isAnnouncement: boolean): boolean {
  if (change === 'unchanged') return false;
  return origin === 'shopper' || (origin === 'placement' && !isAnnouncement);
}
