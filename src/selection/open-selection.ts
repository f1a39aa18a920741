import {
  type CartItemUpdate,
  type ClearedItem,
  hasSoundTotal,
  missingFields,
  type ServedBy,
  updatedItem,
  UpsellError,
} from '../model/index.ts';
import { ITEM_WORK, type Selection, UPDATE_CART_ITEM } from '../sdk/index.ts';
import { closeQuietly } from './close-quietly.ts';
import type { Item } from './item.ts';
import { ItemLane } from './item-lane.ts';
import type { Ledger } from './ledger.ts';
import type { WorkState } from './page-work.ts';
import { listenToSelection } from './selection-messages.ts';
import type { UpdateRequest } from './update-request.ts';

/** A selection that a launcher has opened: its messages become facts, wishes go out to it, until it is closed. */
export class OpenSelection {
  readonly selection: Selection;
  readonly servedBy: ServedBy;
  /** True while what is told first of an item is how the selection opens, and no act of the shopper's. */
  isOpening = true;
  readonly #ledger: Ledger;
  readonly #updateTimeout: number;
  readonly #lanes = new Map<Item, ItemLane>();
  readonly #stopListening: () => void;
  /** Faults of messages that are told once. */
  readonly #told = new Set<string>();
  #isClosed = false;

  /** @param updateTimeout from sending a wish to its answer, ms */
  constructor(selection: Selection, servedBy: ServedBy, updateTimeout: number, ledger: Ledger) {
    this.selection = selection;
    this.servedBy = servedBy;
    this.#updateTimeout = updateTimeout;
    this.#ledger = ledger;
    this.#stopListening = listenToSelection(selection, {
      take: (word) => this.#inTurn(() => this.#take(word)),
      report: (fact) => this.#inTurn(() => ledger.tell(fact)),
      invalid: (why, cause) => this.#inTurn(() => this.#invalid(why, cause)),
    });
    Promise.resolve(selection.context?.sessionId).then(
      (sessionId) => this.#inTurn(() => this.#pair(sessionId)),
      () => undefined, // The id is undocumented; who needs it learns by getSessionId() that there is none.
    );
  }

  /** Sends `request` when its item's turn comes; rejects it where nobody can know which item is meant. */
  ask(request: UpdateRequest): void {
    const { items } = this.#ledger;
    const { wish } = request;
    // Our own launcher knows what it offers before it has named any of it.
    const isByProduct = this.servedBy === 'offers' && wish.cartItemId === undefined;
    const item = isByProduct ? items.expect(wish) : items.find(wish);
    if (!item) return request.reject(new UpsellError('unknown-item', 'no placement has named it'));
    item.isTouched = true;
    this.askFor(item, request);
  }

  /** Sends a request for an item when its turn comes. */
  askFor(item: Item, request: UpdateRequest): void {
    let lane = this.#lanes.get(item);
    if (!lane) {
      lane = this.#createLane(item);
      this.#lanes.set(item, lane);
    }
    lane.add(request);
  }

  /** Tells our own launcher how the page's work on an item goes; no other knows that message. */
  showWork({ id }: Item, state: WorkState): void {
    if (this.servedBy !== 'offers') return;
    // It is for the eye alone.
    this.#send(ITEM_WORK, { cartItemId: id, state }).catch(() => undefined);
  }

  /** Stops listening, rejects what was asked, and takes the placements off the page. */
  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    const ended = new UpsellError('no-selection', 'it has ended');
    for (const lane of this.#lanes.values()) lane.rejectAll(ended);
    closeQuietly(this.selection);
  }

  #createLane(item: Item): ItemLane {
    const ledger = this.#ledger;
    return new ItemLane({
      updateTimeout: this.#updateTimeout,
      send: (quantity) => this.#send(UPDATE_CART_ITEM, this.#wishFor(item, quantity)),
      held: () => ledger.held(item),
      isNamed: () => item.isNamed,
      settleUnsent: (quantity) => ledger.settleUnsent(item, quantity, item.isNamed),
      inTurn: ledger.inTurn,
    });
  }

  async #send(name: string, data: object): Promise<void> {
    await this.selection.send(name, data);
  }

  /** Our own launcher is told the product as well: it knows what it offers before any of it has been named. */
  #wishFor({ id, product }: Item, quantity: number): object {
    const wish = { cartItemId: id, quantity };
    return this.servedBy === 'offers' ? { ...product, ...wish } : wish;
  }

  /** What has been closed says nothing any more. */
  #inTurn(act: () => void): void {
    this.#ledger.inTurn(() => {
      if (!this.#isClosed) act();
    });
  }

  #take(word: CartItemUpdate | ClearedItem): void {
    if ('clearedId' in word) this.#clear(word.clearedId);
    else this.#update(word);
  }

  /** One message on an item: state, event, and then the promise of the request that it answers. */
  #update(update: CartItemUpdate): void {
    const ledger = this.#ledger;
    const { consent, cartItem } = update;
    const item = ledger.items.note(update);
    this.#checkOnce(update);
    const lane = this.#lanes.get(item);
    const asked = lane?.asked;
    const origin = update.origin ?? asked?.origin ?? 'placement';
    const oldCartItem = ledger.held(item);
    const isAnnounced = !item.isNamed && this.isOpening;
    item.isNamed = true;
    // Rokt's launcher does not say who it was: what it announces when it opens is no act of the shopper's.
    const isShopper = origin === 'shopper' || (origin === 'placement' && !isAnnounced);
    if (isShopper && (oldCartItem?.quantity ?? 0) !== (cartItem?.quantity ?? 0)) item.isTouched = true;
    ledger.tellItem(item, cartItem, { origin, consent, asked, update, servedBy: this.servedBy });
    lane?.hear({ cartItem: ledger.held(item), oldCartItem });
  }

  /** The placements know nothing of that id: nobody can say that it is held still. */
  #clear(clearedId: string): void {
    const item = this.#ledger.items.find({ cartItemId: clearedId, quantity: 0 }) as Item;
    // An item that has been named anew since is held under another id.
    if (item.id === clearedId) this.#ledger.drop([item], 'selection');
    this.#lanes.get(item)?.clear();
  }

  #pair(sessionId: unknown): void {
    if (typeof sessionId !== 'string' || !sessionId) return;
    this.#ledger.tell({ type: 'session-paired', detail: { sessionId } });
  }

  /** An item that is incomplete or does not add up counts all the same; each is said once. */
  #checkOnce(update: CartItemUpdate): void {
    const missing = missingFields(updatedItem(update)).join(', ');
    if (missing) this.#invalidOnce(`cart items come without ${missing}`);
    if (update.cartItem && !hasSoundTotal(update.cartItem)) {
      this.#invalidOnce('cartItem.totalPrice is not unitPrice × quantity');
    }
  }

  #invalidOnce(why: string): void {
    if (!this.#told.has(why)) this.#invalid(why);
    this.#told.add(why);
  }

  #invalid(why: string, cause?: unknown): void {
    const error = new UpsellError('invalid-message', why, { cause });
    this.#ledger.tell({ type: 'upsell-error', detail: { error } });
  }
}
