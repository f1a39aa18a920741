import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasSoundTotal, missingFields, productKey, toCartItem } from '../../src/model/index.ts';
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
    [[sound], 'cartItem: expected an object, got an array'],
    ['item', 'cartItem: expected an object, got a string'],
    [{ ...sound, cartItemId: '' }, 'cartItem.cartItemId: expected a non-empty string, got an empty string'],
    [{ ...sound, catalogItemId: 7 }, 'cartItem.catalogItemId: expected a non-empty string, got a number'],
    [
      { ...sound, quantity: -1 },
      'cartItem.quantity: expected a whole number of at least 0, got a negative number',
    ],
    [{ ...sound, quantity: 1.5 }, 'cartItem.quantity: expected a whole number of at least 0, got a fraction'],
    [{ ...sound, quantity: '2' }, 'cartItem.quantity: expected a whole number of at least 0, got a string'],
    [{ ...sound, quantity: NaN }, 'cartItem.quantity: expected a whole number of at least 0, got NaN'],
    [{ ...sound, quantity: 2n }, 'cartItem.quantity: expected a whole number of at least 0, got a bigint'],
    [
      { ...sound, quantity: undefined },
      'cartItem.quantity: expected a whole number of at least 0, got undefined',
    ],
    [
      { ...sound, unitPrice: -1 },
      'cartItem.unitPrice: expected a finite price of at least 0, got a negative number',
    ],
    [
      { ...sound, totalPrice: Infinity },
      'cartItem.totalPrice: expected a finite price of at least 0, got Infinity',
    ],
    [{ ...sound, unitPrice: NaN }, 'cartItem.unitPrice: expected a finite price of at least 0, got NaN'],
  ] as const) {
    it(`refuses what is no cart item: ${message}`, () => {
      assert.throws(() => toCartItem(input), { name: 'TypeError', message });
    });
  }
});

describe('hasSoundTotal', () => {
  it('compares in minor units, so that sums of decimals agree', () => {
    assert.ok(hasSoundTotal(buildCartItem({ unitPrice: 0.1, quantity: 3, totalPrice: 0.3 })));
    assert.ok(
      hasSoundTotal(buildCartItem({ unitPrice: 500, quantity: 2, totalPrice: 1000, currency: 'JPY' })),
    );
    assert.ok(!hasSoundTotal(buildCartItem({ unitPrice: 35, quantity: 2, totalPrice: 35 })));
    assert.ok(!hasSoundTotal(buildCartItem({ unitPrice: 35, quantity: 1, totalPrice: 35.01 })));
  });

  it('finds no fault with what it cannot judge', () => {
    const off = { unitPrice: 35, quantity: 2, totalPrice: 1 };
    assert.ok(hasSoundTotal(buildCartItem({ ...off, quantity: 0 })));
    assert.ok(hasSoundTotal(buildCartItem({ ...off, currency: '$' })));
    assert.ok(hasSoundTotal(buildCartItem({ ...off, currency: 'XAU' })));
    assert.ok(hasSoundTotal(buildCartItem({ ...off, quantityMustBeSynchronized: true })));
    assert.ok(hasSoundTotal(toCartItem({ cartItemId: 'a', catalogItemId: 'b', quantity: 1 })));
  });
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
