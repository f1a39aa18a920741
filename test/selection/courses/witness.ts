import assert from 'node:assert/strict';
import type { CartItem, FactOf, ItemRef, UpsellFact } from '../../../src/model/index.ts';
import type { FactEvent, UpsellSelection } from '../../../src/selection/index.ts';
import type { ScriptedSelection } from '../../../src/testing/index.ts';
import { inOrder, ReplayedStore } from './replayed-store.ts';

export interface WitnessOptions {
  readonly upsell: UpsellSelection;
  /** The placement that is on the page, if one is. */
  readonly open: () => ScriptedSelection | undefined;
  /** True for what the page's cart names: it is held whatever becomes of a selection. */
  readonly isInCart: (cartItem: CartItem) => boolean;
  /** True: the page's cart refuses changes, so that what is held may go back without a placement. */
  readonly mayTakeBack: boolean;
}

/** Hears everything that is told, and notes what should not have been. */
export class Witness {
  readonly facts: UpsellFact[] = [];
  readonly faults: unknown[] = [];
  readonly #options: WitnessOptions;
  readonly #store = new ReplayedStore();
  /** What was held when the newest try at a selection began; undefined while none is made. */
  #heldAtTry: ReadonlySet<ItemRef> | undefined;

  constructor(options: WitnessOptions, work: () => Promise<void>) {
    this.#options = options;
    options.upsell.addEventListener('fact', (told) => {
      this.#note(() => this.#hear(told, work));
    });
  }

  /** What a listener or a launcher throws reaches nobody else. */
  #note(expect: () => void): void {
    try {
      expect();
    } catch (fault) {
      this.faults.push(fault);
    }
  }

  /** The page asks for a selection: what its cart does not name goes before anything is tried. */
  selects(): void {
    this.#heldAtTry = undefined;
  }

  /** A launcher is asked; if it is the second of one selection, the first has failed. */
  tries(): void {
    this.#note(() => this.#expectTryUndone());
    this.#heldAtTry = new Set(this.#options.upsell.state.items.map(({ ref }) => ref));
  }

  /** A store that only replays the events holds what the upsell says it holds. */
  expectReplayed(): void {
    const { cartItems } = this.#options.upsell.state;
    assert.deepEqual(this.#store.cartItems, inOrder(cartItems), 'a replaying store differs');
  }

  #hear({ fact, waitUntil }: FactEvent, work: () => Promise<void>): void {
    this.facts.push(fact);
    if (fact.type === 'placements-failed') this.#expectTryUndone();
    if (fact.type.startsWith('placements-')) this.#heldAtTry = undefined;
    if (fact.type !== 'cart-item-updated') return;
    this.#expectReason(fact);
    this.#store.take(fact.detail);
    this.expectReplayed();
    waitUntil?.(work());
  }

  /** Nothing is lost without a reason. */
  #expectReason({ ref, detail: { change, origin, oldCartItem } }: FactOf<'cart-item-updated'>): void {
    const { upsell, open, mayTakeBack } = this.#options;
    if (change !== 'removed' || origin !== 'selection' || mayTakeBack) return;
    const isPlaced = open()?.cartItems.some((item) => item.cartItemId === oldCartItem?.cartItemId);
    assert.ok(upsell.state.phase !== 'ready' || !isPlaced, 'what the placement holds was lost');
    assert.ok(open() || !this.#heldAtTry?.has(ref), 'what was held before was lost while loading');
  }

  /** A try that has failed leaves what was held before it, and nothing else. */
  #expectTryUndone(): void {
    const { upsell, isInCart } = this.#options;
    for (const { ref, cartItem } of upsell.state.items) {
      const wasHeld = (this.#heldAtTry?.has(ref) ?? true) || isInCart(cartItem);
      assert.ok(wasHeld, 'a selection that failed has left an item behind');
    }
  }
}
