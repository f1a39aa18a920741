import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeBetween, outcomeOf, toPlacementWord, updatedItem } from '../../src/model/index.ts';
import { buildCartItem } from '../../src/testing/build-cart-item.ts';

const at = (quantity: number, cartItemId = 'one') => buildCartItem({ cartItemId, quantity });

describe('toPlacementWord', () => {
  it('takes undefined for null and keeps origin and consent only where they are sound', () => {
    const consent = { at: 1, text: 'Add parking' };
    const update = toPlacementWord({ cartItem: at(1), origin: 'shopper', consent });
    assert.deepEqual(update, { cartItem: at(1), oldCartItem: null, origin: 'shopper', consent });
    assert.deepEqual(toPlacementWord({ cartItem: at(1), origin: 'page', consent: 'yes' }), {
      cartItem: at(1),
      oldCartItem: null,
    });
  });

  it('reads an item without content as the word that its id is unknown', () => {
    const empty = { catalogItemId: '', currency: '', description: '', name: '', providerData: '' };
    const cleared = { cartItemId: 'one', ...empty, quantity: 0, unitPrice: 0, totalPrice: 0 };
    assert.deepEqual(toPlacementWord({ cartItem: cleared, oldCartItem: null }), { clearedId: 'one' });
    assert.deepEqual(toPlacementWord({ cartItem: { cartItemId: 'one', quantity: 0 } }), { clearedId: 'one' });
    assert.throws(() => toPlacementWord({ cartItem: { ...cleared, quantity: 1 }, oldCartItem: null }));
    assert.throws(() => toPlacementWord({ cartItem: { ...cleared, cartItemId: '' }, oldCartItem: null }));
  });

  for (const [body, message] of [
    [undefined, 'body: expected an object, got undefined'],
    [{}, 'body: expected cartItem or oldCartItem, got object'],
    [{ cartItem: null, oldCartItem: null }, 'body: expected cartItem or oldCartItem, got object'],
    [{ cartItem: at(1), oldCartItem: 3 }, 'oldCartItem: expected an object, got number'],
  ] as const) {
    it(`refuses what is no word: ${message}`, () => {
      assert.throws(() => toPlacementWord(body), { name: 'TypeError', message });
    });
  }
});

describe('an update', () => {
  const rows = [
    [0, 2, 'added'],
    [1, 2, 'updated'],
    [2, 1, 'updated'],
    [2, 0, 'removed'],
    [2, 2, 'unchanged'],
    [0, 0, 'unchanged'],
  ] as const;
  for (const [before, after, change] of rows) {
    it(`from ${before} to ${after} is ${change}`, () => {
      assert.equal(changeBetween(before, after), change);
    });
  }

  it('belongs to the item of its old id', () => {
    assert.equal(updatedItem({ cartItem: at(1, 'new'), oldCartItem: at(1, 'old') }).cartItemId, 'old');
    assert.equal(updatedItem({ cartItem: at(1, 'new'), oldCartItem: null }).cartItemId, 'new');
  });

  const outcomes = [
    { held: 1, wished: 3, now: 3, outcome: 'applied' },
    { held: 1, wished: 0, now: 0, outcome: 'applied' },
    { held: 1, wished: 0, now: 1, outcome: 'refused' },
    { held: 1, wished: 9, now: 4, outcome: 'adjusted' },
    { held: 4, wished: 9, now: 4, outcome: 'refused' },
    { held: 0, wished: 2, now: 0, outcome: 'refused' },
    { held: 2, wished: 2, now: 2, outcome: 'applied' },
  ] as const;
  for (const { wished, held, now, outcome } of outcomes) {
    it(`to ${now} says that a wish for ${wished}, sent while ${held} was held, was ${outcome}`, () => {
      assert.equal(outcomeOf(now, wished, held), outcome);
    });
  }
});
