import { type HeldItem, type HeldItems, OPENING, type ServedBy } from '../model/index.ts';
import { later } from '../sdk/index.ts';
import type { Item } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { OpenSelection } from './open-selection.ts';
import { createOwnRequest } from './own-request.ts';

/** Keeps what is held over one selection: what it is told, what it loses, and what has to be asked of it. */
export class HeldKeeper {
  readonly #ledger: Ledger;
  /** What the page's cart holds, all of it. */
  #cart: HeldItems | undefined;
  /** True: the cart came after the selection had begun. */
  #isLate = false;
  /** True once the selection can be asked. */
  #isReady = false;

  constructor(ledger: Ledger, cart: HeldItems | undefined) {
    this.#ledger = ledger;
    this.#cart = cart;
  }

  /** The selection begins: what the page's cart does not name goes, and what stays is wanted of it. */
  begin(): void {
    const ledger = this.#ledger;
    const inCart = this.#itemsInCart();
    if (inCart) this.#drop((item) => !inCart.includes(item));
    for (const item of ledger.items.all) {
      item.before = ledger.quantity(item);
      item.wanted = item.before || undefined;
    }
    // Whoever handed this one over asks for its lines itself, each as it is by then.
    if (!this.#cart?.isForNextStart) this.#wantCart();
  }

  /** What the selection is told that it holds already: a page’s cart has no price, the price that was held here is the one that counts. */
  toHeldItems(): readonly HeldItem[] {
    const { items, state } = this.#ledger;
    return (
      this.#cart?.map((line) => ({ ...this.#ledger.held(items.hold(line)), ...line })) ?? state.cartItems
    );
  }

  /** The page's cart has come, or become another: asked for now, or once the selection is ready. */
  set(cart: readonly HeldItem[]): void {
    this.#cart = cart;
    this.#isLate = true;
    for (const item of this.#ledger.items.all) {
      if (item.wanted !== 'decided') item.wanted = undefined;
    }
    this.#wantCart();
    this.#ask();
  }

  /** The selection has failed: what it was the first to announce goes; what the page's cart names was held before. */
  dropNew(): void {
    const inCart = this.#itemsInCart();
    this.#drop((item) => item.before === 0 && !inCart?.includes(item));
  }

  /**
   * The selection knows what it holds: what it never named goes where it is another kind of launcher's, or where our own would
   * have named it if it still offered it.
   */
  dropLost(servedBy: ServedBy): void {
    const lost = this.#drop(
      (item) => !item.isNamed && (servedBy === 'offers' || this.#ledger.servedBy(item) !== servedBy),
    );
    for (const item of lost) {
      item.before = 0;
      item.wanted = undefined;
    }
  }

  /** The selection is ready, and asked for what it does not hold as it is wanted: at once, and again when it has announced all. */
  serve(open: OpenSelection, over: AbortSignal): void {
    this.#isReady = true;
    this.#ask();
    later(over, OPENING, () =>
      this.#ledger.inTurn(() => {
        open.isOpening = false;
        this.#ask();
      }),
    );
  }

  /**
   * Asks for each item once: of our own launcher only what it did not open with, and late of an item that a hosted one may still
   * announce.
   */
  #ask(): void {
    const { open, items } = this.#ledger;
    if (!this.#isReady || !open) return;
    const isOwn = open.servedBy === 'offers';
    if (isOwn && !this.#isLate) return;
    for (const item of items.all) {
      const quantity = this.#ledger.quantity(item);
      // A cart that came late is all that is to be held.
      const { wanted = this.#isLate && quantity > 0 ? 0 : undefined } = item;
      const isDue = item.isNamed ? wanted !== quantity : isOwn || !open.isOpening;
      if (typeof wanted !== 'number' || !isDue) continue;
      item.wanted = 'asked';
      const origin = this.#isLate ? 'page' : 'selection';
      open.askFor(item, createOwnRequest(item, wanted, this.#ledger, { origin }));
    }
  }

  #itemsInCart(): readonly Item[] | undefined {
    return this.#cart?.map((line) => this.#ledger.items.hold(line));
  }

  #wantCart(): void {
    for (const line of this.#cart ?? []) {
      const item = this.#ledger.items.hold(line);
      if (item.wanted !== 'decided') item.wanted = line.quantity;
    }
  }

  /** Drops those of the held items that `isGone` chooses, and gives them. */
  #drop(isGone: (item: Item) => boolean): readonly Item[] {
    const gone = this.#ledger.items.all.filter((item) => this.#ledger.held(item) && isGone(item));
    this.#ledger.drop(gone, 'selection');
    return gone;
  }
}
