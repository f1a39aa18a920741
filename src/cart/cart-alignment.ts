import type { HeldItem } from '../model/index.ts';
import { align } from './align.ts';
import {
  type AlignedItem,
  type BothCarts,
  firstState,
  nameItem,
  sidesOf,
  toHeldItems,
} from './aligned-item.ts';
import type { Cart, CartUpsell, Conflict, ConnectCartOptions, UpsellChange, UpsellElement } from './cart.ts';
import type { ItemKey } from './item-key.ts';
import type { Effect, Outcome, Sides } from './item-state.ts';
import { codeOf, Placements } from './placements.ts';
import { type CartReading, readLines } from './read-lines.ts';
import { createRounds } from './rounds.ts';

/** One cart of the page's, aligned with all elements that are connected to it: reads both sides, and carries out what follows. */
export class CartAlignment {
  readonly #cart: Cart;
  readonly #align: typeof align;
  readonly #rounds = createRounds(() => this.#alignAll());
  readonly #placements = new Placements(this.#rounds.now);
  readonly #items = new Map<ItemKey, AlignedItem>();
  #options: ConnectCartOptions = {};
  /** The newest selection whose next start has been told. */
  #selection = 0;
  #lines: CartReading | undefined;
  /** True once the cart is there. */
  #isThere: boolean;
  /** True while what the page's code threw is told already. */
  #hasFailed = false;
  #stop: (() => void) | undefined;

  constructor(cart: Cart, alignBy = align) {
    this.#cart = cart;
    this.#align = alignBy;
    this.#isThere = !cart.ready;
  }

  /** Connects an element; what the page says with the newest one counts for all. */
  join(element: UpsellElement, options: ConnectCartOptions): void {
    this.#options = options;
    if (this.#isEmpty) this.#open();
    this.#placements.join(element);
    this.#rounds.soon();
  }

  /** Disconnects it; true when it was the last one. The others are asked for what it held. */
  leave(element: UpsellElement): boolean {
    this.#placements.leave(element);
    // The next order does not begin with this one's upsells.
    hand(element, [], true);
    this.#items.clear();
    this.#rounds.soon();
    if (this.#isEmpty) {
      // Who is connected no more is told nothing.
      this.#options = {};
      this.#attempt(() => this.#stop?.());
    }
    return this.#isEmpty;
  }

  get #isEmpty(): boolean {
    return this.#placements.elements.length === 0;
  }

  #open(): void {
    this.#attempt(() => {
      this.#stop = this.#cart.subscribe(this.#rounds.soon);
    });
    const come = () => {
      this.#isThere = true;
      this.#rounds.now();
    };
    this.#cart.ready?.then(come, (error: unknown) => this.#report({ kind: 'cart-failed', error }));
  }

  #alignAll(): void {
    if (!this.#isThere || this.#isEmpty) return;
    this.#attempt(() => {
      const lines = readLines(this.#cart.lines(), this.#lines);
      for (const [id, fault] of lines.faults) {
        if (!this.#lines?.faults.has(id)) this.#report({ ...fault, kind: 'invalid-line' });
      }
      this.#lines = lines;
      this.#alignItems({ lines, placements: this.#placements, placed: this.#placements.read() });
    });
  }

  #alignItems(carts: BothCarts): void {
    const { lines, placements, placed } = carts;
    for (const key of [...lines.upsells.keys(), ...placed.keys(), ...placements.words.keys()]) {
      const upsell = {} as CartUpsell;
      const item = { upsell, cartItem: undefined, state: firstState(key, carts), outcomes: [] };
      if (!this.#items.has(key)) this.#items.set(key, item);
    }
    for (const [key, item] of this.#items) this.#alignItem(key, item, carts);
    for (const [element, held] of toHeldItems(this.#items, carts)) {
      // Each start is told anew, also where nothing has changed since the last.
      hand(element, held, this.#selection !== placements.selection);
    }
    this.#selection = placements.selection;
  }

  #alignItem(key: ItemKey, item: AlignedItem, carts: BothCarts): void {
    nameItem(key, item, carts);
    const sides = sidesOf(key, item.upsell, carts, this.#options);
    // What a step brings to its end at once is seen by the next round, which reads both sides anew.
    const outcomes = item.outcomes.splice(0);
    for (const event of [...outcomes, { type: 'seen' } as const]) {
      const { state, effects } = this.#align(item.state, { ...event, sides });
      item.state = state;
      for (const effect of effects) this.#perform(key, item, effect, sides);
    }
  }

  #perform(key: ItemKey, { upsell, cartItem, outcomes }: AlignedItem, effect: Effect, sides: Sides): void {
    const end = (outcome: Outcome) => {
      outcomes.push(outcome);
      this.#rounds.soon();
    };
    if (effect.act === 'report') {
      const { line: cartQuantity, placed: placementQuantity } = sides;
      const { kind, wanted, error } = effect;
      this.#report({ ...upsell, kind, cartQuantity, placementQuantity, wanted, error });
    } else if (effect.act === 'ask') {
      this.#placements.ask(key, upsell, effect.wanted).then(
        ({ outcome }) => end({ type: 'answered', outcome }),
        (error: unknown) => end({ type: 'answered', outcome: this.#whyUnanswered(error), error }),
      );
    } else {
      const { quantity, outcome } = effect;
      const cartItems =
        this.#placements
          .read()
          .get(key)
          ?.map((placed) => placed.cartItem) ?? [];
      const change = { ...upsell, quantity, cartItem, cartItems: quantity > 0 ? cartItems : [], outcome };
      this.#tell(change).then(
        () => end({ type: 'told', isRefused: false }),
        (error: unknown) => end({ type: 'told', isRefused: true, error }),
      );
    }
  }

  async #tell(change: UpsellChange): Promise<void> {
    await (change.quantity > 0 ? this.#cart.setUpsell(change) : this.#cart.removeUpsell(change));
  }

  #whyUnanswered(error: unknown): 'over' | 'unknown' | 'failed' {
    const code = codeOf(error);
    if (code === 'unknown-item') return 'unknown';
    const isReady = this.#placements.elements.some(({ phase }) => phase === 'ready');
    return code === 'no-selection' && !isReady ? 'over' : 'failed';
  }

  /** Runs code of the page's; what it throws is told once, until it works again. */
  #attempt(act: () => void): void {
    try {
      act();
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) this.#report({ kind: 'cart-failed', error });
      this.#hasFailed = true;
    }
  }

  /** A listener that fails must not stop a checkout. */
  #report(conflict: Conflict): void {
    try {
      this.#options.onConflict?.(conflict);
    } catch {
      // It is the page's own to hear of.
    }
  }
}

/** Hands what the cart holds to the next selection of `element`; the running one hears it item by item. */
function hand(element: UpsellElement, items: HeldItem[], isNew: boolean): void {
  const { heldItems } = element as Partial<UpsellElement>;
  if (!isNew && JSON.stringify(heldItems) === JSON.stringify(items)) return;
  element.heldItems = Object.assign(items, { isForNextStart: true });
}
