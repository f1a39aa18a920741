import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStore } from 'redux';
import { cartOfRedux } from '../../docs/recipes/redux.ts';
import type { CartLine } from '../../src/cart/index.ts';

const product: CartLine = { productId: 'laptop', quantity: 1 };

type Lines = { lines: readonly CartLine[] };
const reducer = (state: Lines = { lines: [product] }, action: { type: string; lines?: CartLine[] }): Lines =>
  action.type === 'cart/lines' ? { lines: action.lines ?? [] } : state;

describe('the recipe for Redux', () => {
  it('sets, moves and removes a line, and tells each change until it is stopped', () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Redux's own core, without its toolkit.
    const cart = cartOfRedux(createStore(reducer));
    const lines = () => [...cart.lines()];
    let heard = 0;
    const stop = cart.subscribe(() => heard++);
    const change = {
      cartItemId: 'a',
      catalogItemId: 'care',
      linkedProductId: 'laptop',
      cartItem: undefined,
      cartItems: [],
    };
    cart.setUpsell({ ...change, quantity: 1 });
    cart.setUpsell({ ...change, cartItemId: 'b', quantity: 2 });
    assert.deepEqual(
      lines().map(({ quantity, upsell }) => [quantity, upsell?.cartItemId]),
      [
        [1, undefined],
        [2, 'b'],
      ],
    );
    cart.removeUpsell({ ...change, quantity: 0 });
    assert.deepEqual(lines(), [product]);
    assert.equal(heard, 3);
    stop();
    cart.setUpsell({ ...change, quantity: 1 });
    assert.equal(heard, 3);
  });
});
