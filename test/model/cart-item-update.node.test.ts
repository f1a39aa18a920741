import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeOf, outcomeOf, toCartItemUpdate, updatedItem } from '../../src/model/index.ts';
import { buildCartItem } from '../../src/testing/build-cart-item.ts';

const at = (quantity: number, cartItemId = 'one') => buildCartItem({ cartItemId, quantity });

describe('toCartItemUpdate', () => {
  it('takes undefined for null and keeps origin and consent only where they are sound', () => {
    const consent = { at: 1, text: 'Add parking' };
    const update = toCartItemUpdate({ cartItem: at(1), origin: 'shopper', consent });
    assert.deepEqual(update, { cartItem: at(1), oldCartItem: null, origin: 'shopper', consent });
    assert.deepEqual(toCartItemUpdate({ cartItem: at(1), origin: 'page', consent: 'yes' }), {
      cartItem: at(1),
      oldCartItem: null,
    });
  });

  for (const [body, message] of [
    [undefined, 'body: expected an object, got undefined'],
    [{}, 'body: expected cartItem or oldCartItem, got {}'],
    [{ cartItem: null, oldCartItem: null }, /^body: expected cartItem or oldCartItem, got/],
    [{ cartItem: at(1), oldCartItem: 3 }, 'oldCartItem: expected an object, got 3'],
  ] as const) {
    it(`refuses what is no update: ${String(message)}`, () => {
      assert.throws(() => toCartItemUpdate(body), { name: 'TypeError', message });
    });
  }
});

describe('an update', () => {
  const rows = [
    { old: null, now: at(2), change: 'added' },
    { old: at(1), now: at(2), change: 'updated' },
    { old: at(2), now: null, change: 'removed' },
    { old: at(2), now: at(2), change: 'unchanged' },
    { old: at(0), now: null, change: 'unchanged' },
    { old: at(0), now: at(1), change: 'added' },
    { old: at(1), now: at(0), change: 'removed' },
  ] as const;
  for (const { old, now, change } of rows) {
    it(`from ${old?.quantity ?? 'nothing'} to ${now?.quantity ?? 'nothing'} is ${change}`, () => {
      assert.equal(changeOf({ cartItem: now, oldCartItem: old }), change);
    });
  }

  it('belongs to the item of its old id', () => {
    assert.equal(updatedItem({ cartItem: at(1, 'new'), oldCartItem: at(1, 'old') }).cartItemId, 'old');
    assert.equal(updatedItem({ cartItem: at(1, 'new'), oldCartItem: null }).cartItemId, 'new');
  });

  const outcomes = [
    { wished: 3, old: at(1), now: at(3), outcome: 'applied' },
    { wished: 0, old: at(1), now: null, outcome: 'applied' },
    { wished: 0, old: at(1), now: at(1), outcome: 'refused' },
    { wished: 9, old: at(1), now: at(4), outcome: 'adjusted' },
    { wished: 9, old: at(4), now: at(4), outcome: 'refused' },
    { wished: 2, old: at(0), now: null, outcome: 'refused' },
    { wished: 2, old: at(2), now: at(2), outcome: 'applied' },
  ] as const;
  for (const { wished, old, now, outcome } of outcomes) {
    it(`from ${old.quantity} to ${now?.quantity ?? 'nothing'} says that a wish for ${wished} was ${outcome}`, () => {
      assert.equal(outcomeOf({ cartItem: now, oldCartItem: old }, wished), outcome);
    });
  }
});
