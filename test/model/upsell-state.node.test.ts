import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type CartItem,
  initialUpsellState,
  nextUpsellState,
  UpsellError,
  type UpsellFact,
} from '../../src/model/index.ts';
import { buildCartItem } from '../../src/testing/build-cart-item.ts';

const error = new UpsellError('script-blocked', 'no network');
const item = (cartItemId: string, quantity = 1) => buildCartItem({ cartItemId, quantity });
const updated = (
  cartItem: CartItem | null,
  oldCartItem: CartItem | null = null,
  heldAs = (oldCartItem ?? cartItem)?.cartItemId ?? '',
): UpsellFact => ({
  type: 'cart-item-updated',
  detail: { cartItem, oldCartItem, change: 'updated', origin: 'placement' },
  heldAs,
});
const after = (...facts: UpsellFact[]) => facts.reduce(nextUpsellState, initialUpsellState);
const ids = (...facts: UpsellFact[]) => after(...facts).cartItems.map(({ cartItemId }) => cartItemId);

describe('nextUpsellState', () => {
  it('goes through the phases of a selection', () => {
    const detail = { servedBy: 'hosted' } as const;
    assert.equal(after().phase, 'idle');
    assert.equal(after({ type: 'placements-loading', detail }).phase, 'loading');
    assert.equal(after({ type: 'placements-ready', detail: { ...detail, count: 1 } }).phase, 'ready');
    assert.equal(after({ type: 'placements-empty', detail }).phase, 'empty');
    assert.equal(after({ type: 'placements-closed', detail }).phase, 'closed');
    assert.deepEqual(after({ type: 'placements-failed', detail: { error } }), {
      ...initialUpsellState,
      phase: 'failed',
      error,
    });
  });

  it('starts each selection with nothing of the last one', () => {
    const facts: UpsellFact[] = [
      updated(item('a')),
      { type: 'session-paired', detail: { sessionId: 's' } },
      { type: 'upsell-error', detail: { error } },
    ];
    assert.deepEqual(after(...facts), {
      ...initialUpsellState,
      cartItems: [item('a')],
      sessionId: 's',
      error,
    });
    const loading = after(...facts, { type: 'placements-loading', detail: { servedBy: 'hosted' } });
    assert.deepEqual(loading, { ...initialUpsellState, phase: 'loading' });
  });

  it('keeps the items when the placements close: what was chosen is still in the order', () => {
    assert.deepEqual(ids(updated(item('a')), { type: 'placements-closed', detail: { servedBy: 'hosted' } }), [
      'a',
    ]);
  });

  it('puts the new item where the old one stood, a new one last, one at 0 nowhere', () => {
    const three = [updated(item('a')), updated(item('b')), updated(item('c'))];
    assert.deepEqual(ids(...three), ['a', 'b', 'c']);
    assert.deepEqual(ids(...three, updated(item('b2'), item('b'))), ['a', 'b2', 'c']);
    assert.deepEqual(ids(...three, updated(null, item('a'))), ['b', 'c']);
    assert.deepEqual(ids(...three, updated(item('b', 0), item('b'))), ['a', 'c']);
    assert.deepEqual(ids(...three, updated(item('c'), item('a'))), ['c', 'b']);
    assert.deepEqual(ids(updated(null, item('never seen'))), []);
  });

  it('finds an item whose message names an earlier id of it', () => {
    const three = [updated(item('a')), updated(item('b')), updated(item('c'))];
    assert.deepEqual(ids(...three, updated(null, item('b-before'), 'b')), ['a', 'c']);
    assert.deepEqual(ids(...three, updated(item('b-before'), item('b-before'), 'b')), ['a', 'b-before', 'c']);
  });

  it('is frozen throughout, and the same object after a fact that says nothing of it', () => {
    const state = after(updated(item('a')));
    assert.ok(Object.isFrozen(state) && Object.isFrozen(state.cartItems));
    assert.equal(nextUpsellState(state, { type: 'offer-engaged', detail: { kind: 'any' } }), state);
    assert.equal(nextUpsellState(state, { type: 'link-requested', detail: { url: '/' } }), state);
  });
});
