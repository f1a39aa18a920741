import { initialItemState } from './align.ts';
import { type BothCarts, type HeldAt, holdersOf, sidesOf, type TrackedItem, upsellOf } from './both-sides.ts';
import type { CartUpsell } from './cart.ts';
import type { ConnectedElement } from './connected-element.ts';
import type { ItemKey } from './item-key.ts';
import type { Alignment, Effect, ItemEvent, ItemState, Sides } from './item-state.ts';

/** The reducer by which items are aligned. */
export type Align = (state: ItemState, event: ItemEvent) => Alignment;

/** What an effect is carried out on. */
export interface Scene {
  readonly item: TrackedItem;
  readonly holders: readonly HeldAt[];
  readonly sides: Sides;
  readonly carts: BothCarts;
}

/** All items between a cart and its elements, each with its state. */
export class TrackedItems {
  readonly #align: Align;
  readonly #perform: (effect: Effect, scene: Scene) => void;
  readonly #items = new Map<ItemKey, TrackedItem>();
  /** What placements said last of each item, also before the cart was there. */
  readonly #words = new Map<ItemKey, HeldAt>();

  /** @param perform carries an effect out */
  constructor(align: Align, perform: (effect: Effect, scene: Scene) => void) {
    this.#align = align;
    this.#perform = perform;
  }

  [Symbol.iterator](): Iterator<TrackedItem> {
    return this.#items.values();
  }

  /** Takes note of a placement's word on an item. */
  hear(key: ItemKey, word: HeldAt, isChange: boolean): void {
    const before = this.#words.get(key);
    const isSame = before?.cartItem.cartItemId === word.cartItem.cartItemId;
    // What is told once more, unchanged, is not what changed last.
    if (before && !isChange && !isSame) return;
    this.#words.set(key, word);
    const item = this.#items.get(key);
    if (item) item.word = word;
  }

  /** What an element held that is connected no more is not missed. */
  leave(keys: Iterable<ItemKey>): void {
    for (const key of keys) this.#items.get(key)?.outcomes.push({ type: 'left' });
  }

  /**
   * Takes the next step with each item.
   *
   * @param begun elements with a selection that has begun since the last time
   * @throws what a policy has thrown, once all other items have been aligned
   */
  alignAll(carts: BothCarts, begun: ReadonlySet<ConnectedElement>): void {
    this.#trackAll(carts);
    const failures: unknown[] = [];
    for (const item of this.#items.values()) {
      try {
        this.#alignItem(item, carts, begun);
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #alignItem(item: TrackedItem, carts: BothCarts, begun: ReadonlySet<ConnectedElement>): void {
    const holders = holdersOf(item, carts);
    item.upsell = upsellOf(item.key, holders[0] ?? item.word, carts) ?? item.upsell;
    const scene = { item, holders, carts, sides: sidesOf(item, holders, carts) };
    const { sides } = scene;
    // What a step brings to its end at once is seen by the next round, which reads both sides anew.
    const outcomes = item.outcomes.splice(0);
    const isBegun = holders[0] ? begun.has(holders[0].at) : begun.size > 0;
    if (isBegun) this.#step(scene, { type: 'begun', sides });
    for (const outcome of outcomes) this.#step(scene, { ...outcome, sides });
    this.#step(scene, { type: 'seen', sides });
  }

  #step(scene: Scene, event: ItemEvent): void {
    const { state, effects } = this.#align(scene.item.state, event);
    scene.item.state = state;
    for (const effect of effects) this.#perform(effect, scene);
  }

  #trackAll(carts: BothCarts): void {
    for (const keys of [carts.lines.upsells.keys(), carts.held.keys(), this.#words.keys()]) {
      for (const key of keys) if (!this.#items.has(key)) this.#track(key, carts);
    }
  }

  /**
   * A line is a wish, unless shopper or page have decided on the item while it was not there yet. That there is none is one where
   * the item is left over from a selection that runs no more, such as the last order's.
   */
  #track(key: ItemKey, carts: BothCarts): void {
    const word = this.#words.get(key);
    const newest = carts.held.get(key)?.at(-1);
    const quantity = carts.lines.upsells.get(key)?.quantity ?? 0;
    const isLeftOver = newest?.at.isRunning === false;
    const isTouched = carts.elements.some(({ touched }) => touched.has(key));
    const isWish = !isTouched && (quantity > 0 || isLeftOver);
    this.#items.set(key, {
      key,
      word,
      upsell: upsellOf(key, newest ?? word, carts) as CartUpsell,
      state: initialItemState(isWish ? undefined : quantity),
      outcomes: [],
    });
  }
}
