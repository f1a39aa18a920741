import { ownerOf, readHeld } from './both-sides.ts';
import type { Cart, Conflict, ConnectCartOptions, UpsellElement } from './cart.ts';
import { ConnectedElement } from './connected-element.ts';
import { handHeldItems } from './hand-held-items.ts';
import type { Effect, Outcome } from './item-state.ts';
import { ask, tell } from './perform.ts';
import { type CartReading, readLines } from './read-lines.ts';
import { createRounds } from './rounds.ts';
import { type Align, type Scene, TrackedItems } from './tracked-items.ts';

/** One cart of the page's, and all elements that are connected to it. */
export class CartAlignment {
  readonly #cart: Cart;
  readonly #items: TrackedItems;
  readonly #rounds = createRounds(() => this.#alignAll());
  #elements: readonly ConnectedElement[] = [];
  /** Those with a selection that has begun since the last round. */
  readonly #begun = new Set<ConnectedElement>();
  #lines: CartReading | undefined;
  /** True once the cart is there. */
  #isThere: boolean;
  /** True while what the page's code threw is told already. */
  #hasFailed = false;
  #stop: (() => void) | undefined;

  constructor(cart: Cart, align: Align) {
    this.#cart = cart;
    this.#items = new TrackedItems(align, (effect, scene) => this.#perform(effect, scene));
    this.#isThere = !cart.ready;
  }

  /** Connects an element. */
  join(element: UpsellElement, options: ConnectCartOptions): ConnectedElement {
    const connected = new ConnectedElement(element, options, {
      told: (key, cartItem, isChange) => this.#items.hear(key, { at: connected, cartItem }, isChange),
      begun: () => this.#begun.add(connected),
      changed: () => this.#rounds.now(),
    });
    this.#elements = [...this.#elements, connected];
    if (this.#elements.length === 1) this.#open();
    this.#rounds.soon();
    return connected;
  }

  /** Disconnects it; true when it was the last one. */
  leave(connected: ConnectedElement): boolean {
    this.#elements = this.#elements.filter((one) => one !== connected);
    this.#items.leave(readHeld([connected]).keys());
    connected.end();
    const isLast = this.#elements.length === 0;
    if (isLast) this.#attempt(() => this.#stop?.());
    else this.#rounds.soon();
    return isLast;
  }

  #open(): void {
    this.#attempt(() => {
      this.#stop = this.#cart.subscribe(() => this.#rounds.soon());
    });
    if (this.#isThere) return;
    Promise.resolve(this.#cart.ready).then(
      () => {
        this.#isThere = true;
        this.#rounds.now();
      },
      (error: unknown) => this.#report({ kind: 'cart-failed', error }),
    );
  }

  #alignAll(): void {
    if (!this.#isThere || this.#elements.length === 0) return;
    this.#attempt(() => {
      const before = this.#lines;
      const lines = readLines(this.#cart.lines(), before);
      this.#lines = lines;
      for (const [id, { upsell, error }] of lines.faults) {
        if (!before?.faults.has(id)) this.#report({ ...upsell, kind: 'invalid-line', error });
      }
      const carts = { lines, held: readHeld(this.#elements), elements: this.#elements };
      const begun = new Set(this.#begun);
      this.#begun.clear();
      try {
        this.#items.alignAll(carts, begun);
      } finally {
        handHeldItems(this.#items, carts);
      }
    });
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

  #perform(effect: Effect, scene: Scene): void {
    const { item, holders, sides, carts } = scene;
    const end = (outcome: Outcome) => {
      item.outcomes.push(outcome);
      this.#rounds.soon();
    };
    switch (effect.act) {
      case 'ask':
        return ask(effect, scene, end);
      case 'tell':
        return tell(effect, scene, this.#cart, end);
      case 'report': {
        const { kind, wanted, error } = effect;
        const both = { cartQuantity: sides.line, placementQuantity: sides.placed };
        const owner = ownerOf(item, holders, carts);
        return this.#report({ ...item.upsell, ...both, kind, wanted, error }, owner);
      }
    }
  }

  /** Tells a conflict to those who connected the element that it is on. */
  #report(conflict: Conflict, owner: ConnectedElement | undefined = this.#elements[0]): void {
    try {
      owner?.options.onConflict?.(conflict);
    } catch {
      // A listener that fails must not stop a checkout.
    }
  }
}
