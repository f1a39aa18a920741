import type { HeldItem, HeldItems, ServedBy, UpsellError } from '../model/index.ts';
import { type Item, toProduct } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { OpenSelection } from './open-selection.ts';
import { createUpdateRequest } from './update-request.ts';

/** How long a selection that is ready may still announce what it holds, ms: its frames speak by messages. */
const OPENING = 250;

/** Keeps what is held over one selection: what it is told, what it loses, and what has to be asked of it. */
export class HeldKeeper {
  readonly #ledger: Ledger;
  /** What the page's cart holds, all of it. */
  #cart: readonly HeldItem[] | undefined;
  /** True: the cart came after the selection had begun. */
  #isLate = false;
  /** True: whoever has handed the cart over asks for its lines itself, each as it is by then. */
  readonly #isAskedElsewhere: boolean;
  #open: OpenSelection | undefined;

  constructor(ledger: Ledger, cart: HeldItems | undefined) {
    this.#isAskedElsewhere = cart?.isForNextStart === true;
    this.#ledger = ledger;
    this.#cart = cart;
  }

  /** The selection begins: what the page's cart does not name goes. */
  begin(): void {
    this.#ledger.drop(this.#notInCart(), 'selection');
    for (const item of this.#ledger.items.all) {
      item.before = this.#ledger.held(item)?.quantity ?? 0;
      item.isTouched = false;
      item.asked = undefined;
    }
  }

  /** What the selection is told that it holds already. */
  toHeldItems(): readonly HeldItem[] {
    return (
      this.#cart ??
      this.#ledger.state.cartItems.map((item) => {
        const { cartItemId, quantity } = item;
        return { cartItemId, ...toProduct(item), quantity };
      })
    );
  }

  /** The page's cart has come, or become another: asked for now, or once the selection is ready. */
  set(cart: readonly HeldItem[]): void {
    this.#cart = cart;
    this.#isLate = true;
    for (const item of this.#ledger.items.all) item.asked = undefined;
    this.#askForAll();
  }

  /** The selection has failed: what it was the first to announce goes; what the page's cart names was held before. */
  dropNew(): void {
    const inCart = this.#cart?.map((held) => this.#ledger.items.hold(held));
    const isNew = (item: Item) => item.before === 0 && !inCart?.includes(item);
    this.#ledger.drop(this.#held().filter(isNew), 'selection');
  }

  /**
   * The selection knows what it holds: what it never named goes where it is another kind of launcher's, or where our own would
   * have named it if it still offered it.
   */
  dropLost(servedBy: ServedBy): void {
    const { state } = this.#ledger;
    const isLost = (item: Item) =>
      servedBy === 'offers' || state.items.some((held) => held.ref === item && held.servedBy !== servedBy);
    const lost = this.#held().filter((item) => !item.isNamed && isLost(item));
    for (const item of lost) item.before = 0;
    this.#ledger.drop(lost, 'selection');
  }

  /** Asks a selection, ready now, for what it does not hold yet: at once for what it has named, for the rest when it may have. */
  serve(open: OpenSelection, ended: AbortSignal): void {
    this.#open = open;
    this.#askForAll();
    const settle = () => {
      open.isOpening = false;
      this.#askForAll();
    };
    const timer = setTimeout(() => this.#ledger.inTurn(settle), OPENING);
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      this.#open = undefined;
    });
  }

  /** What is to be held of each item; our own launcher has opened with what was known by then. */
  #wanted(servedBy: ServedBy): [item: Item, quantity: number][] {
    if (servedBy === 'offers' && !this.#isLate) return [];
    const { all } = this.#ledger.items;
    const before = all.filter((item) => item.before > 0).map((item): [Item, number] => [item, item.before]);
    const lines = this.#isAskedElsewhere && !this.#isLate ? undefined : this.#cart;
    const inCart = lines?.map((held): [Item, number] => [this.#ledger.items.hold(held), held.quantity]);
    const gone = this.#isLate ? this.#notInCart() : [];
    return [...(inCart ?? before), ...gone.map((item): [Item, number] => [item, 0])];
  }

  /** Each thing once; what comes of it is told, as nobody else waits for it. */
  #askForAll(): void {
    const open = this.#open;
    if (!open) return;
    for (const [item, quantity] of this.#wanted(open.servedBy)) {
      const isSo = item.isNamed && (this.#ledger.held(item)?.quantity ?? 0) === quantity;
      const isDue = item.isNamed || !open.isOpening || open.servedBy === 'offers';
      if (isSo || !isDue || item.isTouched || item.asked === quantity) continue;
      item.asked = quantity;
      this.#ask(open, item, quantity);
    }
  }

  #ask(open: OpenSelection, item: Item, quantity: number): void {
    const wish = { cartItemId: item.id, quantity };
    const request = createUpdateRequest(wish, { origin: this.#isLate ? 'page' : 'selection' });
    request.promise.catch((thrown: unknown) => {
      const error = thrown as UpsellError;
      if (error.code !== 'no-selection') this.#ledger.failUpdate({ ...wish, ...item.product }, error);
    });
    open.askFor(item, request);
  }

  #held(): readonly Item[] {
    return this.#ledger.items.all.filter((item) => this.#ledger.held(item));
  }

  /** What is held and the page's cart does not name. */
  #notInCart(): readonly Item[] {
    if (!this.#cart) return [];
    const named = this.#cart.map((held) => this.#ledger.items.hold(held));
    return this.#held().filter((item) => !named.includes(item));
  }
}
