import type { HeldItem, ItemRef, ServedBy, UpsellError } from '../model/index.ts';
import { type HeldWish, lostTo, notNamedBy, wishesForHeld, wishesOfCart } from './held-items.ts';
import type { OpenSelection } from './open-selection.ts';
import type { SelectionContext } from './selection-context.ts';
import { createUpdateRequest } from './update-request.ts';

/** A wish for what is held already, and as what its answer is told. */
interface KeptWish extends HeldWish {
  readonly origin: 'page' | 'selection';
}

/** How long a selection that is ready may still announce what it holds, ms: its frames speak by messages. */
const OPENING = 250;

/** Keeps what is held over one selection: what it is told, what it loses, and what has to be asked of it. */
export class HeldKeeper {
  readonly #context: SelectionContext;
  /** What was held when the selection began. */
  readonly #before = new Map<ItemRef, number>();
  /** What page or shopper have decided on since. */
  readonly #touched = new Set<ItemRef>();
  /** What has been asked for on this account. */
  readonly #asked = new Map<ItemRef, number>();
  /** What the page's cart holds, all of it. */
  #cart: readonly HeldItem[] | undefined;
  /** True: the cart came after the selection had begun. */
  #isLate = false;
  #open: OpenSelection | undefined;
  #isOpening = true;

  constructor(context: SelectionContext, cart: readonly HeldItem[] | undefined) {
    this.#context = context;
    this.#cart = cart;
  }

  /** The selection begins: what the page's cart does not name goes. */
  begin(): void {
    const { items } = this.#context;
    if (this.#cart) this.#drop(notNamedBy(this.#cart, this.#context.state, items));
    for (const { ref, cartItem } of this.#context.state.items) this.#before.set(ref, cartItem.quantity);
  }

  /** What the selection is told that it holds already. */
  toHeldItems(): readonly HeldItem[] {
    return this.#cart ?? this.#context.state.cartItems.map(toHeldItem);
  }

  /** Page or shopper have decided on the item: what was held of it before counts no more. */
  touch(ref: ItemRef): void {
    this.#touched.add(ref);
  }

  /** Something else was held of the item before: the page has taken no more of it. */
  correct(ref: ItemRef, quantity: number): void {
    if (this.#before.has(ref)) this.#before.set(ref, quantity);
  }

  /** The page's cart has come, or become another: asked for now, or once the selection is ready. */
  set(cart: readonly HeldItem[]): void {
    this.#cart = cart;
    this.#isLate = true;
    this.#asked.clear();
    this.#askForAll();
  }

  /** The selection has failed: what it was the first to announce goes. */
  dropNew(): void {
    const { items } = this.#context.state;
    this.#drop(items.map(({ ref }) => ref).filter((ref) => !this.#before.has(ref)));
  }

  /** The selection knows what it holds: what cannot be held there goes. */
  dropLost(servedBy: ServedBy, isReady: boolean): void {
    // Where nothing is offered nothing has taken its place, unless it was our own launcher's to offer.
    if (!isReady && servedBy !== 'offers') return;
    const lost = lostTo(servedBy, this.#context.state, this.#context.items);
    for (const ref of lost) this.#before.delete(ref);
    this.#drop(lost);
  }

  /** Asks a selection, ready now, for what it does not hold yet: at once for what it has named, for the rest when it may have. */
  serve(open: OpenSelection, ended: AbortSignal): void {
    this.#open = open;
    this.#askForAll();
    const settle = () => {
      this.#isOpening = false;
      this.#askForAll();
    };
    const timer = setTimeout(() => this.#context.inTurn(settle), OPENING);
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      this.#open = undefined;
    });
  }

  /** True while what a selection tells first of an item is how it opens. */
  get isOpening(): boolean {
    return this.#isOpening;
  }

  /** Each thing once; what comes of it is told, as nobody else waits for it. */
  #askForAll(): void {
    const open = this.#open;
    if (!open) return;
    for (const wish of this.#wishes(open.servedBy)) {
      const { ref, quantity } = wish;
      const isDue = !this.#isOpening || this.#context.items.isNamed(ref) || open.servedBy === 'offers';
      if (!isDue || this.#touched.has(ref) || this.#asked.get(ref) === quantity) continue;
      this.#asked.set(ref, quantity);
      this.#ask(open, wish);
    }
  }

  #ask(open: OpenSelection, { ref, quantity, origin }: KeptWish): void {
    const { cartItemId = '', ...product } = this.#context.items.nameOf(ref);
    const request = createUpdateRequest({ cartItemId, quantity }, { origin });
    request.promise.catch((thrown: unknown) => {
      const error = thrown as UpsellError;
      if (error.code === 'no-selection') return;
      const detail = { cartItemId, ...product, quantity, error };
      this.#context.inTurn(() => this.#context.tell({ type: 'update-failed', detail }));
    });
    open.askForHeld(ref, request);
  }

  #wishes(servedBy: ServedBy): readonly KeptWish[] {
    const { state, items } = this.#context;
    if (this.#cart && this.#isLate) {
      const gone = notNamedBy(this.#cart, state, items).map((ref) => ({ ref, quantity: 0 }));
      return [...wishesOfCart(this.#cart, state, items), ...gone].map((wish) => ({
        ...wish,
        origin: 'page',
      }));
    }
    // Our own launcher has opened with it.
    if (servedBy === 'offers') return [];
    const wishes = this.#cart
      ? wishesOfCart(this.#cart, state, items)
      : wishesForHeld(this.#before, state, items);
    return wishes.map((wish) => ({ ...wish, origin: 'selection' }));
  }

  #drop(refs: readonly ItemRef[]): void {
    for (const ref of refs) this.#context.replace(ref, null, 'selection');
  }
}

function toHeldItem({ cartItemId, catalogItemId, linkedProductId, quantity }: HeldItem): HeldItem {
  const product = linkedProductId == null ? { catalogItemId } : { catalogItemId, linkedProductId };
  return { cartItemId, ...product, quantity };
}
