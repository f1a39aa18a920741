import type { CartItem, CartItemUpdated, ItemRef } from '../model/index.ts';

/** How far the page's own work on an item has come. */
export type WorkState = 'pending' | 'done' | 'failed';

/** What is to be done about the page's work. */
export interface WorkListener {
  /**
   * All the work on an item is in and its newest change was refused.
   *
   * @param taken the newest state that the page has taken
   * @param selection what told the refused change
   * @param signal aborts when a newer change comes
   */
  takeBack(ref: ItemRef, taken: CartItem | null, selection: object, signal: AbortSignal): void;
  /** The work on an item begins, or has ended. */
  tell(ref: ItemRef, state: WorkState, selection: object): void;
}

/** One change, and the page's work on it. */
interface Change {
  readonly cartItem: CartItem | null;
  /** The selection that told it. */
  readonly selection: object;
  /** The later one is the newer one. */
  readonly order: number;
  pending: number;
  isRefused: boolean;
}

/** One item's changes. */
interface Changes {
  /** The newest state that the page has taken, and which change that was. */
  taken: CartItem | null;
  takenOrder: number;
  newest: Change;
  /** Ends what was begun to take the one before it back. */
  readonly superseded: AbortController;
  /** Those with work under way. */
  open: readonly Change[];
}

/** What is known of a change while it is told. */
export interface ToldChange {
  readonly ref: ItemRef;
  readonly detail: CartItemUpdated;
  readonly selection: object;
  /** True: nothing takes it back. It answers a request that took a change back, or nobody is left who could hold the item. */
  readonly isFinal: boolean;
}

/**
 * What the page's own cart makes of each change, item by item.
 *
 * The newest change whose works all resolved is what the page has taken; a change without works is taken at once. When all
 * works of an item are in and its newest change was refused, the item goes back to what was taken.
 */
export class ItemWorks {
  readonly #listener: WorkListener;
  readonly #items = new Map<ItemRef, Changes>();
  #count = 0;

  constructor(listener: WorkListener) {
    this.#listener = listener;
  }

  /** Tells a change by `dispatch`, which hands the event's `waitUntil` on. */
  track(told: ToldChange, dispatch: (waitUntil: (work: Promise<unknown>) => void) => void): void {
    const { ref, detail, selection, isFinal } = told;
    const change: Change = {
      cartItem: detail.cartItem,
      selection,
      order: ++this.#count,
      pending: 0,
      isRefused: false,
    };
    let isTelling = true;
    dispatch((work) => {
      if (!isTelling) {
        throw new DOMException(
          'waitUntil: the event is over, call it while it is dispatched',
          'InvalidStateError',
        );
      }
      if (isFinal) work.catch(() => undefined);
      else this.#await(ref, change, work);
    });
    isTelling = false;
    // Told anew is not changed; unless the page works on it nonetheless.
    if (detail.change === 'unchanged' && change.pending === 0) return;
    const { superseded, ...before } = this.#items.get(ref) ?? {
      taken: detail.oldCartItem,
      takenOrder: 0,
      open: [],
    };
    superseded?.abort();
    const open = [...before.open, change];
    this.#items.set(ref, { ...before, newest: change, open, superseded: new AbortController() });
    if (change.pending > 0) this.#listener.tell(ref, 'pending', selection);
    else this.#settle(ref, false);
  }

  #await(ref: ItemRef, change: Change, work: Promise<unknown>): void {
    change.pending += 1;
    const end = () => {
      change.pending -= 1;
      this.#settle(ref, true);
    };
    Promise.resolve(work).then(end, () => {
      change.isRefused = true;
      end();
    });
  }

  #settle(ref: ItemRef, isWork: boolean): void {
    const changes = this.#items.get(ref);
    if (!changes) return;
    const { newest, superseded } = changes;
    for (const { pending, isRefused, cartItem, order } of changes.open) {
      if (pending > 0 || isRefused || order < changes.takenOrder) continue;
      changes.taken = cartItem;
      changes.takenOrder = order;
    }
    changes.open = changes.open.filter(({ pending }) => pending > 0);
    if (changes.open.length > 0) return;
    if (isWork) this.#listener.tell(ref, newest.isRefused ? 'failed' : 'done', newest.selection);
    if (newest.isRefused) this.#listener.takeBack(ref, changes.taken, newest.selection, superseded.signal);
  }
}
