import type { CartItemUpdatedDetail } from '../element/index.ts';
import { align, firstState } from './align.ts';
import { carryOut } from './carry-out.ts';
import type { Cart, ConnectCartOptions, UpsellElement } from './cart.ts';
import {
  type Connected,
  type ConnectedElements,
  listenTo,
  noteOpening,
  onPage,
  phaseOf,
} from './connected.ts';
import type { Item, Items } from './item.ts';
import { knowItem } from './item-key.ts';
import type { Effect, Sides } from './item-state.ts';
import { PageCode } from './page-code.ts';
import { hand, hear, readPlaced, sharesOf } from './placements.ts';
import { type Products, type Reading, readLines } from './read-lines.ts';
import { sidesOf } from './sides.ts';

/** One cart of the page's, aligned with all elements that are connected to it: reads both sides, and carries out what follows. */
export class CartAlignment {
  readonly #cart: Cart;
  readonly #align: typeof align;
  readonly #elements = new Map<UpsellElement, Connected>();
  /** Those of them that count. */
  #there: ConnectedElements = this.#elements;
  readonly #items: Items = new Map();
  readonly #page = new PageCode();
  /** How many selections have begun. */
  #selection = 0;
  readonly #products: Products = new Map();
  #faults: Reading['faults'] = new Map();
  /** What the elements held when that was read last. */
  #held: readonly unknown[] = [];
  /** True when the next selections are to be told of the cart anew. */
  #isNew = true;
  /** True once the cart is there. */
  #isThere: boolean;
  #isBusy = false;
  #isDue = false;
  #subscription: ReturnType<Cart['subscribe']> | undefined;

  constructor(cart: Cart, alignBy = align) {
    this.#cart = cart;
    this.#align = alignBy;
    this.#isThere = !cart.ready;
  }

  /** Connects an element; what the page says with the newest one counts for all. */
  join(element: UpsellElement, options: ConnectCartOptions): void {
    this.#page.options = options;
    if (this.#elements.size === 0) this.#open();
    const end = new AbortController();
    const { signal } = end;
    const connected: Connected = { end };
    this.#elements.set(element, connected);
    const heard = (detail: CartItemUpdatedDetail) => {
      hear(this.#items, detail, connected.isOpening === true);
      this.#held = [];
      this.#now();
    };
    listenTo(element, signal, heard, (phase) => this.#enter(phase, element, connected));
    if (!phaseOf(element)) void customElements.whenDefined(element.localName).then(this.#now);
    this.#isNew = true;
    this.#soon();
  }

  /** Disconnects it; true when it was the last one. The others are asked for what it held. */
  leave(element: UpsellElement): boolean {
    this.#elements.get(element)?.end.abort();
    this.#elements.delete(element);
    this.#drop(element);
    this.#soon();
    if (this.#elements.size > 0) return false;
    // Who is connected no more is told nothing.
    this.#page.options = {};
    this.#page.attempt(() => {
      const stop = this.#subscription;
      // An observable gives an object that has it as a method.
      if (typeof stop === 'function') stop();
      else stop?.unsubscribe();
    });
    return true;
  }

  /** What it has held is asked of the others; its next selection, such as the next order's, does not begin with that. */
  #drop(element: UpsellElement): void {
    hand(element, []);
    this.#items.clear();
    this.#held = [];
  }

  #open(): void {
    this.#page.attempt(() => {
      this.#subscription = this.#cart.subscribe(this.#soon);
    });
    const come = () => {
      this.#isThere = true;
      this.#now();
    };
    this.#cart.ready?.then(come, (error: unknown) => this.#page.report({ kind: 'cart-failed', error }));
  }

  #enter(phase: string, { servedBy }: UpsellElement, connected: Connected): void {
    if (phase === 'loading') {
      this.#selection += 1;
      for (const item of this.#items.values()) {
        item.isNamed = false;
        item.isDecided = false;
      }
      // Each start is told anew, also where nothing has changed since the last.
      this.#isNew = true;
    }
    noteOpening(connected, phase, servedBy, this.#now);
    this.#now();
  }

  /** Reads and aligns both sides at the end of this task, however often that is asked for. */
  readonly #soon = (): void => {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(this.#now);
  };

  /** Does it at once; what it causes itself is seen by the next round. */
  readonly #now = (): void => {
    this.#isDue = false;
    if (this.#isBusy) return this.#soon();
    if (!this.#isThere || this.#elements.size === 0) return;
    this.#isBusy = true;
    this.#page.attempt(() => this.#alignAll());
    this.#isBusy = false;
  };

  #alignAll(): void {
    const there = onPage(this.#elements);
    for (const element of this.#there.keys()) if (!there.has(element)) this.#drop(element);
    this.#there = there;
    const elements = [...there.keys()];
    const { isChanged, faults } = readLines(this.#cart.lines(), this.#products, this.#items);
    for (const [id, fault] of faults) {
      if (!this.#faults.has(id)) this.#page.report({ ...fault, kind: 'invalid-line' });
    }
    this.#faults = faults;
    const held = elements.map((element) => element.cartItems);
    const isHeldAnew = held.some((items, index) => items !== this.#held[index]);
    if (isHeldAnew) readPlaced(this.#items, elements);
    this.#held = held;
    if (isChanged || isHeldAnew) this.#isNew = true;
    for (const item of this.#items.values()) this.#alignItem(item);
    if (!this.#isNew) return;
    this.#isNew = false;
    for (const [element, items] of sharesOf(this.#items, elements)) hand(element, items);
  }

  #alignItem(item: Item): void {
    const { upsell, lineUpsell, placed } = item;
    item.cartItem = placed.at(-1)?.cartItem ?? item.cartItem;
    item.upsell = item.cartItem ? knowItem(item.cartItem).upsell : (lineUpsell ?? upsell);
    if (item.upsell?.cartItemId !== upsell?.cartItemId) this.#isNew = true;
    const sides = sidesOf(item, this.#products, this.#page.options, this.#there, this.#selection);
    item.state ??= firstState(sides, item.isDecided);
    let { ended } = item;
    item.ended = undefined;
    for (;;) {
      const { state, effect } = this.#align(item.state, { sides, ended });
      item.state = state;
      if (effect) this.#perform(item, effect, sides);
      else if (!ended) return;
      ended = undefined;
    }
  }

  #perform(item: Item, effect: Effect, { line: cartQuantity, placed: placementQuantity }: Sides): void {
    if (effect.act === 'report') {
      const { kind, wanted, error } = effect;
      return this.#page.report({ ...item.upsell, kind, cartQuantity, placementQuantity, wanted, error });
    }
    this.#isNew = true;
    const doing = item.state?.doing;
    void carryOut(item, effect, this.#cart, this.#there).then((ended) => {
      // What an item waits for no more does not end what it does by then.
      if (item.state?.doing === doing) item.ended = ended;
      this.#isNew = true;
      this.#soon();
    });
  }
}
