import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { productKey, toHeldItems, toHeldProducts, toProduct } from '../../src/model/index.ts';

const parking = { cartItemId: 'a', catalogItemId: 'parking', quantity: 2 };

describe('held items', () => {
  it('are taken with their four fields alone, ids as text', () => {
    const given = { cartItemId: 1, catalogItemId: 42, linkedProductId: 7, quantity: 2, name: 'Parking' };
    assert.deepEqual(toHeldItems([given, parking]), [
      { cartItemId: '1', catalogItemId: '42', linkedProductId: '7', quantity: 2 },
      parking,
    ]);
  });

  for (const linkedProductId of [undefined, null, ''])
    it(`hang on no product where the link is ${JSON.stringify(linkedProductId)}`, () => {
      assert.deepEqual(toHeldItems([{ ...parking, linkedProductId }]), [parking]);
    });

  for (const entry of [
    null,
    undefined,
    7,
    'parking',
    [parking],
    {},
    { ...parking, quantity: -1 },
    { ...parking, quantity: 1.5 },
    { ...parking, quantity: NaN },
    { ...parking, quantity: '2' },
    { ...parking, cartItemId: '' },
    { ...parking, cartItemId: undefined },
    { ...parking, catalogItemId: null },
    { ...parking, catalogItemId: Infinity },
    { ...parking, catalogItemId: ['parking'] },
    { ...parking, linkedProductId: {} },
  ])
    it(`pass over ${JSON.stringify(entry)}`, () => {
      assert.deepEqual(toHeldItems([entry, parking]), [parking]);
    });

  for (const input of [undefined, null, 'parking', { 0: parking, length: 1 }, new Set([parking])])
    it(`are none in ${JSON.stringify(input)}`, () => assert.deepEqual(toHeldItems(input), []));

  it('of one product add up, under every id', () => {
    const linked = { ...parking, cartItemId: 'c', linkedProductId: 'laptop' };
    const products = toHeldProducts([parking, linked, { ...parking, cartItemId: 'b', quantity: 1 }]);
    assert.deepEqual(
      Array.from(products, ([key, { cartItemIds, quantity }]) => [key, cartItemIds, quantity]),
      [
        [productKey(parking), ['a', 'b'], 3],
        [productKey(linked), ['c'], 2],
      ],
    );
  });
});

describe('a held product', () => {
  it('has the price that was told last', () => {
    const priced = { ...parking, unitPrice: 35, currency: 'USD' };
    const products = toHeldProducts([parking, priced]);
    assert.partialDeepStrictEqual(products.get(productKey(parking))!.price, {
      unitPrice: 35,
      currency: 'USD',
    });
  });
});

describe('a product', () => {
  it('is named by its id, and the one that it hangs on', () => {
    assert.deepEqual(toProduct({ catalogItemId: 42, quantity: 1 }), { catalogItemId: '42' });
    const linked = { catalogItemId: 'care', linkedProductId: 'laptop' };
    assert.deepEqual(toProduct(linked), linked);
    assert.equal(toProduct({ linkedProductId: 'laptop' }), undefined);
  });
});
