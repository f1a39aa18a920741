import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type CartItem,
  initialUpsellState,
  nextUpsellState,
  UpsellError,
  type UpsellFact,
  type UpsellState,
} from '../../src/model/index.ts';
import { buildCartItem } from '../../src/testing/build-cart-item.ts';

const error = new UpsellError('script-blocked', 'no network');
const item = (cartItemId: string, quantity = 1) => buildCartItem({ cartItemId, quantity });
/** What stands for the items: any objects do. */
const REFS = Array.from({ length: 8 }, (_, index) => ({ index }));
const updated = (ref: number, cartItem: CartItem | null): UpsellFact => ({
  type: 'cart-item-updated',
  ref: REFS[ref]!,
  servedBy: 'hosted',
  detail: { cartItem, oldCartItem: null, change: 'updated', origin: 'placement' },
});
const after = (...facts: UpsellFact[]) => facts.reduce(nextUpsellState, initialUpsellState);
const ids = (...facts: UpsellFact[]) => after(...facts).cartItems.map(({ cartItemId }) => cartItemId);
const three = [updated(1, item('a')), updated(2, item('b')), updated(3, item('c'))];

describe('nextUpsellState', () => {
  it('goes through the phases of a selection, and says who serves it and how many placements there are', () => {
    const detail = { servedBy: 'hosted' } as const;
    const told = ({ phase, servedBy, placementCount }: UpsellState) => [phase, servedBy, placementCount];
    assert.deepEqual(told(after()), ['idle', undefined, undefined]);
    const loading: UpsellFact = { type: 'placements-loading', detail };
    assert.deepEqual(told(after(loading)), ['loading', 'hosted', undefined]);
    const ready: UpsellFact = { type: 'placements-ready', detail: { servedBy: 'offers', count: 2 } };
    assert.deepEqual(told(after(loading, ready)), ['ready', 'offers', 2]);
    assert.deepEqual(told(after(ready, { type: 'placements-closed', detail })), ['closed', 'hosted', 0]);
    assert.deepEqual(told(after(loading, { type: 'placements-empty', detail })), ['empty', 'hosted', 0]);
    const failed = after(loading, { type: 'placements-failed', detail: { error } });
    assert.deepEqual([...told(failed), failed.error], ['failed', 'hosted', undefined, error]);
    assert.deepEqual(told(after(ready, { type: 'selection-dropped', detail: {} })), [
      'idle',
      undefined,
      undefined,
    ]);
  });

  it('keeps what is held, and whose session that is, whatever becomes of a selection', () => {
    const facts: UpsellFact[] = [
      updated(1, item('a')),
      { type: 'session-paired', detail: { sessionId: 's' } },
      { type: 'upsell-error', detail: { error } },
    ];
    const kept = { sessionId: 's', items: after(...facts).items, cartItems: [item('a')] };
    assert.deepEqual(after(...facts), { ...initialUpsellState, ...kept, error });
    const loading = after(...facts, { type: 'placements-loading', detail: { servedBy: 'hosted' } });
    assert.deepEqual(loading, { ...initialUpsellState, ...kept, phase: 'loading', servedBy: 'hosted' });
    const failed = nextUpsellState(loading, { type: 'placements-failed', detail: { error } });
    assert.deepEqual(failed.cartItems, [item('a')]);
  });

  it('forgets the session of a selection of which nothing is held', () => {
    const paired: UpsellFact = { type: 'session-paired', detail: { sessionId: 's' } };
    const loading: UpsellFact = { type: 'placements-loading', detail: { servedBy: 'hosted' } };
    assert.equal(after(paired, loading).sessionId, undefined);
  });

  it('puts the new state where the old one stood, a new item last, one that is gone nowhere', () => {
    assert.deepEqual(ids(...three), ['a', 'b', 'c']);
    assert.deepEqual(ids(...three, updated(2, item('b2'))), ['a', 'b2', 'c']);
    assert.deepEqual(ids(...three, updated(1, null)), ['b', 'c']);
    assert.deepEqual(ids(updated(7, null)), []);
  });

  it('leaves an id to one item', () => {
    assert.deepEqual(ids(...three, updated(1, item('c'))), ['c', 'b']);
    assert.deepEqual(ids(...three, updated(4, item('b'))), ['a', 'c', 'b']);
  });

  it('says who named an item last', () => {
    const { items } = after(...three, { ...updated(2, item('b')), servedBy: 'offers' } as UpsellFact);
    assert.deepEqual(
      items.map(({ servedBy }) => servedBy),
      ['hosted', 'offers', 'hosted'],
    );
  });

  it('is frozen throughout, and the same object after a fact that says nothing of it', () => {
    const state = after(updated(1, item('a')));
    assert.ok(Object.isFrozen(state) && Object.isFrozen(state.cartItems) && Object.isFrozen(state.items));
    assert.equal(nextUpsellState(state, { type: 'offer-engaged', detail: { kind: 'any' } }), state);
    assert.equal(nextUpsellState(state, { type: 'link-requested', detail: { url: '/' } }), state);
    assert.equal(nextUpsellState(state, { type: 'update-failed', detail: { error } }), state);
  });
});
