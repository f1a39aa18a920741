import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStore as createRedux } from 'redux';
import { writable } from 'svelte/store';
import { createStore as createZustand } from 'zustand/vanilla';
import * as recipes from '../../docs/recipes/stores.ts';
import type { Cart, CartLine } from '../../src/cart/index.ts';

const product: CartLine = { productId: 'laptop', quantity: 1 };

/** Pinia's contract: a mutable state, and `$subscribe` that answers with its own stop. */
function piniaLike() {
  const listeners = new Set<() => void>();
  let lines: readonly CartLine[] = [product];
  return {
    get lines() {
      return lines;
    },
    set lines(next) {
      lines = next;
      listeners.forEach((listener) => listener());
    },
    $subscribe: (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener)),
  };
}

/** A signal's contract: called for its value, `set`, and an effect that runs once and after each change. */
function signalLike() {
  const effects = new Set<() => void>();
  let lines: readonly CartLine[] = [product];
  const set = (next: readonly CartLine[]) => {
    lines = next;
    effects.forEach((run) => run());
  };
  const watch = (run: () => void) => (effects.add(run), run(), { destroy: () => void effects.delete(run) });
  return recipes.cartOfSignal(
    Object.assign(() => lines, { set }),
    watch,
  );
}

type Lines = { lines: readonly CartLine[] };
const reducer = (state: Lines = { lines: [product] }, action: { type: string; lines?: CartLine[] }): Lines =>
  action.type === 'cart/lines' ? { lines: action.lines ?? [] } : state;

const carts: Record<string, () => Cart> = {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Redux's own core, without its toolkit.
  Redux: () => recipes.cartOfRedux(createRedux(reducer)),
  Zustand: () => recipes.cartOfZustand(createZustand<Lines>(() => ({ lines: [product] }))),
  'Pinia’s contract': () => recipes.cartOfPinia(piniaLike()),
  Svelte: () => recipes.cartOfSvelte(writable<readonly CartLine[]>([product])),
  'the contract of Angular’s signals': signalLike,
};

describe('the recipe for', () => {
  for (const [name, create] of Object.entries(carts)) {
    it(`${name} sets, moves and removes a line, and tells each change until it is stopped`, () => {
      const cart = create();
      const lines = () => [...cart.lines()];
      let heard = 0;
      const stop = cart.subscribe(() => heard++);
      heard = 0;
      const change = {
        cartItemId: 'a',
        catalogItemId: 'care',
        linkedProductId: 'laptop',
        cartItem: undefined,
      };
      void cart.setUpsell({ ...change, quantity: 1 });
      void cart.setUpsell({ ...change, cartItemId: 'b', quantity: 2 });
      assert.deepEqual(
        lines().map(({ quantity, upsell }) => [quantity, upsell?.cartItemId]),
        [
          [1, undefined],
          [2, 'b'],
        ],
      );
      void cart.removeUpsell({ ...change, quantity: 0 });
      assert.deepEqual(lines(), [product]);
      assert.equal(heard, 3);
      stop();
      void cart.setUpsell({ ...change, quantity: 1 });
      assert.equal(heard, 3);
    });
  }
});
