import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCatalogue } from '../../../src/service/catalogue/account-catalogue.ts';
import { checkCatalogue, toCatalogueFile } from '../../../src/service/catalogue/check-catalogue.ts';
import { listedCatalogue, shopCatalogue } from '../http/shop-catalogue.ts';
import { changed } from './changed.ts';

const offer = 'placements[0].offers[0]';
const second = 'placements[0].offers[1]';

/** What is put where in a catalogue that lists its products, and the one fault that it makes. */
const listed: readonly [put: string, value: unknown, path: string, expected: RegExp][] = [
  ['products', {}, 'products', /^an array$/],
  ['products.2', listedCatalogue.products![0], 'products[2].sku', /^another than that of products\[0\]$/],
  ['products.0.currency', undefined, 'products[0].currency', /^a value/],
  ['products.0.currency', 'XDR', 'products[0].currency', /that has a minor unit$/],
  ['products.0.currency', 'JPY', 'products[0].unitPrice', /JPY \(0 decimals\)/],
  ['products.0.unitPrice', 3e13, 'products[0].unitPrice', /2 \*\* 53 minor/],
  ['products.0.maximum', 0, 'products[0].maximum', /^at least 1$/],
  ['products.0.stock', -1, 'products[0].stock', /^at least 0$/],
  ['products.0.provider', 'garge', 'products[0].provider', /^one of the providers \(there are none\)$/],
  ['products.0.holdSeconds', 0, 'products[0].holdSeconds', /^at least 1$/],
  ['products.0.minimum', 1, 'products[0].minimum', /^no field of this name$/],
  ['placements.0.offers.0.sku', 'parking-b', `${offer}.sku`, /^the `sku` of one of the products$/],
  ['placements.0.offers.0.stock', 5, `${offer}.stock`, /^nothing, since products\[0\] says it$/],
  [
    'placements.0.offers.1.provider',
    'garage',
    `${second}.provider`,
    /^nothing, since products\[0\] says it$/,
  ],
  ['placements.0.offers.0.cartItem.unitPrice', 35.1, `${offer}.cartItem.unitPrice`, /^nothing, since/],
  ['placements.0.offers.0.originalPrice', 0.001, `${offer}.originalPrice`, /USD \(2 decimals\)/],
];

describe('the check of a catalogue that lists its products', () => {
  it('finds nothing wrong with a sound one', () => {
    assert.deepEqual(checkCatalogue(listedCatalogue), []);
  });

  for (const [put, value, path, expected] of listed)
    it(`tells of ${JSON.stringify(value)} in ${put}`, () => assertFault(put, value, path, expected));

  it('tells of a mandatory charge that no cart may have', () => {
    const catalogue = changed(listedCatalogue, 'placements.0.offers.0.minimum', 5);
    Object.assign(catalogue.placements[0]!.offers[0]!, { maximum: 5, required: { reason: 'r' } });
    const [fault, ...others] = checkCatalogue(catalogue);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [fault?.path, fault?.expected],
      [`${offer}.minimum`, 'no more than products[0].maximum, which is 4'],
    );
  });

  it('shows no more of a product than a cart may have', () => {
    const catalogue = changed(listedCatalogue, 'products.0.maximum', 2);
    const { placements, product, firstOffer } = buildCatalogue(toCatalogueFile(catalogue));
    assert.equal(placements[0]?.offers[0]?.maximum, 2);
    assert.deepEqual([product('parking-a')?.maximum, firstOffer('parking-a')?.maximum], [2, 2]);
  });
});

describe('the check of offers that state one product', () => {
  /** The shop's catalogue, where a second offer says of the parking what the first one does, in German. */
  const twice = structuredClone(shopCatalogue);
  twice.placements[0]!.offers.push({
    ...structuredClone(twice.placements[0]!.offers[0]!),
    locales: ['de'],
    maximum: 2,
  });
  const last = 'placements[0].offers[3]';

  it('finds nothing wrong where they say the same, however they show it', () => {
    twice.placements[0]!.offers[3]!.cartItem.name = 'Stellplatz';
    twice.placements[0]!.offers[3]!.cartItem.currency = 'usd';
    assert.deepEqual(checkCatalogue(twice), []);
  });

  for (const [field, value] of [
    ['stock', 6],
    ['stock', undefined],
    ['provider', undefined],
    ['holdSeconds', 60],
    ['cartItem.unitPrice', 36],
  ] as const)
    it(`names both paths where ${field} is ${JSON.stringify(value)} in one of them`, () => {
      const catalogue = changed(twice, `placements.0.offers.3.${field}`, value);
      assert.deepEqual(
        checkCatalogue(catalogue).map(({ path, expected }) => [path, expected]),
        [[`${last}.${field}`, `what ${offer}.${field} says, which is of the same product`]],
      );
    });

  it('names both paths of another currency', () => {
    const catalogue = changed(twice, 'placements.0.offers.3.cartItem.currency', 'EUR');
    assert.deepEqual(
      checkCatalogue(catalogue).map(({ path }) => path),
      [`${last}.cartItem.currency`],
    );
  });
});

function assertFault(put: string, value: unknown, path: string, expected: RegExp): void {
  const found = checkCatalogue(changed(listedCatalogue, put, value));
  assert.deepEqual(
    found.map((fault) => fault.path),
    [path],
  );
  assert.match(found[0]!.expected, expected);
}
