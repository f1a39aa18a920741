import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CartItem, faultsOf, productKey, toCartItem } from '../../src/model/index.ts';
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
    const missing = 'currency, description, name, providerData, unitPrice, totalPrice';
    assert.deepEqual(faultsOf(item), [`cart items come without ${missing}`]);
    assert.deepEqual(faultsOf(buildCartItem()), []);
  });

  const sound = { cartItemId: 'a', catalogItemId: 'b', quantity: 1 };
  for (const [input, message] of [
    [null, 'cartItem: expected an object, got null'],
    [[sound], 'cartItem: expected an object, got array'],
    ['item', 'cartItem: expected an object, got string'],
    [{ ...sound, cartItemId: '' }, 'cartItem.cartItemId: expected a non-empty string, got empty string'],
    [{ ...sound, catalogItemId: 7 }, 'cartItem.catalogItemId: expected a non-empty string, got number'],
    [{ ...sound, quantity: -1 }, 'cartItem.quantity: expected a whole number of at least 0, got number'],
    [{ ...sound, quantity: 1.5 }, 'cartItem.quantity: expected a whole number of at least 0, got number'],
    [{ ...sound, quantity: '2' }, 'cartItem.quantity: expected a whole number of at least 0, got string'],
    [{ ...sound, quantity: NaN }, 'cartItem.quantity: expected a whole number of at least 0, got NaN'],
    [{ ...sound, quantity: 2n }, 'cartItem.quantity: expected a whole number of at least 0, got bigint'],
    [
      { ...sound, quantity: undefined },
      'cartItem.quantity: expected a whole number of at least 0, got undefined',
    ],
    [{ ...sound, unitPrice: -1 }, 'cartItem.unitPrice: expected a finite price of at least 0, got number'],
    [
      { ...sound, totalPrice: Infinity },
      'cartItem.totalPrice: expected a finite price of at least 0, got number',
    ],
    [{ ...sound, unitPrice: NaN }, 'cartItem.unitPrice: expected a finite price of at least 0, got NaN'],
  ] as const) {
    it(`refuses what is no cart item: ${message}`, () => {
      assert.throws(() => toCartItem(input), { name: 'TypeError', message });
    });
  }
});

describe('the total of a cart item', () => {
  const faultsAt = (fields: Partial<CartItem>) => faultsOf(buildCartItem(fields));

  it('is compared in minor units, so that sums of decimals agree', () => {
    const wrong = ['cartItem.totalPrice is not unitPrice × quantity'];
    assert.deepEqual(faultsAt({ unitPrice: 0.1, quantity: 3, totalPrice: 0.3 }), []);
    assert.deepEqual(faultsAt({ unitPrice: 500, quantity: 2, totalPrice: 1000, currency: 'JPY' }), []);
    assert.deepEqual(faultsAt({ unitPrice: 35, quantity: 2, totalPrice: 35 }), wrong);
    assert.deepEqual(faultsAt({ unitPrice: 35, quantity: 1, totalPrice: 35.01 }), wrong);
  });

  it('is no fault where it cannot be judged', () => {
    const off = { unitPrice: 35, quantity: 2, totalPrice: 1 };
    const unjudged = [
      { quantity: 0 },
      { currency: '$' },
      { currency: 'XAU' },
      { quantityMustBeSynchronized: true },
    ];
    for (const fields of unjudged) assert.deepEqual(faultsAt({ ...off, ...fields }), []);
    const [missing, ...more] = faultsOf(toCartItem({ cartItemId: 'a', catalogItemId: 'b', quantity: 1 }));
    assert.match(missing ?? '', /unitPrice/);
    assert.deepEqual(more, []);
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
