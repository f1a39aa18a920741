import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missingFields, productKey, toCartItem } from '../../src/model/index.ts';
import { buildCartItem } from '../../src/testing/build-cart-item.ts';

describe('toCartItem', () => {
  it('keeps every field as it came, unknown ones too, and freezes the item', () => {
    const input = { ...buildCartItem({ unitPrice: 35.1, totalPrice: 35.1 }), loyaltyTier: { level: 3 } };
    const item = toCartItem(input);
    assert.deepEqual(item, input);
    assert.notEqual(item, input);
    assert.ok(Object.isFrozen(item));
  });

  it('needs no more than two ids and a whole quantity, and names what else is missing', () => {
    const item = toCartItem({ cartItemId: 'a', catalogItemId: 'b', quantity: 0, unitPrice: '35' });
    assert.deepEqual(missingFields(item), [
      'currency',
      'description',
      'name',
      'providerData',
      'unitPrice',
      'totalPrice',
    ]);
    assert.deepEqual(missingFields(buildCartItem()), []);
  });

  const sound = { cartItemId: 'a', catalogItemId: 'b', quantity: 1 };
  for (const [input, message] of [
    [null, 'cartItem: expected an object, got null'],
    [[sound], /^cartItem: expected an object, got \[/],
    ['item', 'cartItem: expected an object, got "item"'],
    [{ ...sound, cartItemId: '' }, 'cartItem.cartItemId: expected a non-empty string, got ""'],
    [{ ...sound, catalogItemId: 7 }, 'cartItem.catalogItemId: expected a non-empty string, got 7'],
    [{ ...sound, quantity: -1 }, 'cartItem.quantity: expected a whole number of at least 0, got -1'],
    [{ ...sound, quantity: 1.5 }, 'cartItem.quantity: expected a whole number of at least 0, got 1.5'],
    [{ ...sound, quantity: '2' }, 'cartItem.quantity: expected a whole number of at least 0, got "2"'],
    [{ ...sound, quantity: NaN }, 'cartItem.quantity: expected a whole number of at least 0, got NaN'],
    [{ ...sound, quantity: 2n }, 'cartItem.quantity: expected a whole number of at least 0, got bigint'],
    [
      { ...sound, quantity: undefined },
      'cartItem.quantity: expected a whole number of at least 0, got undefined',
    ],
  ] as const) {
    it(`refuses what is no cart item: ${String(message)}`, () => {
      assert.throws(() => toCartItem(input), { name: 'TypeError', message });
    });
  }
});

describe('productKey', () => {
  it('is the same for two impressions of one offer, and another for another linked product', () => {
    const key = productKey(buildCartItem({ cartItemId: 'first' }));
    assert.equal(productKey(buildCartItem({ cartItemId: 'second' })), key);
    assert.notEqual(productKey(buildCartItem({ linkedProductId: 'laptop' })), key);
    assert.notEqual(
      productKey({ catalogItemId: 'a","b' }),
      productKey({ catalogItemId: 'a', linkedProductId: 'b' }),
    );
  });
});
