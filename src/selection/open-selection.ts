import {
  type CartItemUpdate,
  type ClearedItem,
  faultsOf,
  type ServedBy,
  UpsellError,
} from '../model/index.ts';
import { type Attempt, ITEM_WORK, type ItemWork, type Selection, UPDATE_CART_ITEM } from '../sdk/index.ts';
import { closeQuietly } from './close-quietly.ts';
import type { Item } from './item.ts';
import { ItemLane, type LanePort } from './item-lane.ts';
import type { Ledger } from './ledger.ts';
import { listenToSelection } from './selection-messages.ts';
import type { UpdateRequest } from './update-request.ts';

/** A selection that a launcher has opened: its messages become facts, wishes go out to it, until the attempt is over. */
export class OpenSelection implements LanePort {
  readonly selection: Selection;
  readonly servedBy: ServedBy;
  readonly updateTimeout: number;
  readonly ledger: Ledger;
  /** True while what is told first of an item is how the selection opens, and no act of the shopper's. */
  isOpening = true;
  readonly #over: AbortSignal;
  /** Faults of messages that are told once. */
  readonly #told = new Set<string>();

  /** @param updateTimeout from sending a wish to its answer, ms */
  constructor(selection: Selection, { source, over }: Attempt, updateTimeout: number, ledger: Ledger) {
    this.selection = selection;
    this.servedBy = source.servedBy;
    this.updateTimeout = updateTimeout;
    this.ledger = ledger;
    this.#over = over;
    listenToSelection(selection, over, {
      take: (word) => this.#inTurn(() => this.#take(word)),
      report: (fact) => this.#inTurn(() => ledger.tell(fact)),
      invalid: (why, cause) => this.#inTurn(() => this.#invalid(why, cause)),
    });
    over.addEventListener('abort', () => this.#close());
    Promise.resolve(selection.context?.sessionId).then(
      (sessionId) => this.#inTurn(() => this.#pair(sessionId)),
      () => undefined, // The id is undocumented; who needs it learns by getSessionId() that there is none.
    );
  }

  /** Sends `request` when its item's turn comes; rejects it where nobody can know which item is meant. */
  ask(request: UpdateRequest): void {
    const { items } = this.ledger;
    const { wish } = request;
    // Our own launcher knows what it offers before it has named any of it.
    const isByProduct = this.servedBy === 'offers' && wish.cartItemId === undefined;
    const item = isByProduct ? items.expect(wish) : items.find(wish);
    if (!item) return request.reject(new UpsellError('unknown-item', 'no placement has named it'));
    item.wanted = 'decided';
    this.askFor(item, request);
  }

  /** Sends a request for an item when its turn comes. */
  askFor(item: Item, request: UpdateRequest): void {
    item.lane ??= new ItemLane(item, this);
    item.lane.add(request);
  }

  /** Sends the placements a wish. Our own launcher is told the product too: it knows what it offers before it has named it. */
  async sendWish({ id, product }: Item, quantity: number): Promise<void> {
    const known = this.servedBy === 'offers' ? product : undefined;
    await this.selection.send(UPDATE_CART_ITEM, { ...known, cartItemId: id, quantity });
  }

  /** Tells our own launcher how the page's work on an item goes; no other knows that message. */
  showWork({ id }: Item, state: ItemWork): void {
    if (this.servedBy !== 'offers' || this.#over.aborted) return;
    const send = async () => this.selection.send(ITEM_WORK, { cartItemId: id, state });
    // It is for the eye alone.
    send().catch(() => undefined);
  }

  /** Rejects what was asked, and takes the placements off the page. */
  #close(): void {
    const ended = new UpsellError('no-selection', 'it has ended');
    for (const item of this.ledger.items.all) {
      item.lane?.rejectAll(ended);
      item.lane = undefined;
    }
    closeQuietly(this.selection);
  }

  /** What has been closed says nothing any more. */
  #inTurn(act: () => void): void {
    this.ledger.inTurn(() => {
      if (!this.#over.aborted) act();
    });
  }

  #take(word: CartItemUpdate | ClearedItem): void {
    if ('clearedId' in word) this.#clear(word.clearedId);
    else this.#update(word);
  }

  /** One message on an item: state, event, and then the promise of the request that it answers. */
  #update(update: CartItemUpdate): void {
    const ledger = this.ledger;
    const { consent, cartItem } = update;
    const item = ledger.items.note(update);
    // What is wrong with an item that counts all the same is said once.
    for (const why of cartItem ? faultsOf(cartItem) : []) {
      if (!this.#told.has(why)) this.#invalid(why);
      this.#told.add(why);
    }
    const { lane } = item;
    const asked = lane?.asked;
    const origin = update.origin ?? asked?.origin ?? 'placement';
    const oldCartItem = ledger.held(item);
    const isAnnounced = !item.isNamed && this.isOpening;
    item.isNamed = true;
    // Rokt's launcher does not say who it was: what it announces when it opens is no act of the shopper's.
    const isShopper = origin === 'shopper' || (origin === 'placement' && !isAnnounced);
    if (isShopper && (oldCartItem?.quantity ?? 0) !== (cartItem?.quantity ?? 0)) item.wanted = 'decided';
    ledger.tellItem(item, cartItem, { origin, consent, asked, update, servedBy: this.servedBy });
    lane?.hear({ cartItem: ledger.held(item), oldCartItem });
  }

  /** The placements know nothing of that id: nobody can say that it is held still. */
  #clear(clearedId: string): void {
    const item = this.ledger.items.find({ cartItemId: clearedId, quantity: 0 }) as Item;
    // An item that has been named anew since is held under another id.
    if (item.id === clearedId) this.ledger.drop([item], 'selection');
    item.lane?.clear();
  }

  #pair(sessionId: unknown): void {
    if (typeof sessionId !== 'string' || !sessionId) return;
    this.ledger.tell({ type: 'session-paired', detail: { sessionId } });
  }

  #invalid(why: string, cause?: unknown): void {
    const error = new UpsellError('invalid-message', why, { cause });
    this.ledger.tell({ type: 'upsell-error', detail: { error } });
  }
}
