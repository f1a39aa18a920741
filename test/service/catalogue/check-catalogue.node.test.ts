import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CatalogueError,
  checkCatalogue,
  toCatalogueFile,
} from '../../../src/service/catalogue/check-catalogue.ts';
import { shopCatalogue } from '../http/shop-catalogue.ts';
import { changed } from './changed.ts';

const offer = 'placements[0].offers[0]';
const [own, other] = [`whsec_${'A'.repeat(32)}`, `whsec_${'B'.repeat(32)}`];
/** The one in docs/catalogue.md. */
const published = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/** What is put where in a sound catalogue, and the one fault that it makes: where, what was expected. */
const faults: readonly [put: string, value: unknown, path: string, expected: RegExp][] = [
  ['accountId', undefined, 'accountId', /^a value/],
  ['accountId', '', 'accountId', /^a non-empty string$/],
  ['placement', [], 'placement', /^no field of this name$/],
  ['holdSeconds', 0, 'holdSeconds', /^at least 1$/],
  ['holdSeconds', '600', 'holdSeconds', /^a whole number$/],
  ['placements', {}, 'placements', /^an array$/],
  ['providers.garage.url', 'ftp://garage.example', 'providers.garage.url', /http\(s\)/],
  ['providers.garage.url', 'http://', 'providers.garage.url', /^a URL$/],
  ['providers.garage.secret', 'secret', 'providers.garage.secret', /whsec_/],
  ['providers.garage.secret', `whsec_${'A'.repeat(88)}`, 'providers.garage.secret', /24 to 64/],
  ['providers.garage.secret', [own], 'providers.garage.secret', /24 to 64/],
  ['providers.garage.secret', [own, own], 'providers.garage.secret', /two of them/],
  ['providers.garage.secret', [own, other, `whsec_${'C'.repeat(32)}`], 'providers.garage.secret', /24 to 64/],
  ['providers.garage.secret', [own, 'secret'], 'providers.garage.secret', /24 to 64/],
  ['providers.garage.secret', [own, published], 'providers.garage.secret[1]', /^a secret of your own$/],
  ['placements.0.placementId', undefined, 'placements[0].placementId', /^a value/],
  ['placements.0.locales', ['english please'], 'placements[0].locales[0]', /a locale such as/],
  ['placements.0.targeting', { country: 'US' }, 'placements[0].targeting.country', /^no field/],
  [
    'placements.0.targeting',
    { attributes: { country: 1 } },
    'placements[0].targeting.attributes.country',
    /^a string, or a list of strings$/,
  ],
  ['placements.0.offers.0.sku', '', `${offer}.sku`, /^a non-empty string$/],
  ['placements.0.offers.0.cartItem.currency', undefined, `${offer}.cartItem.currency`, /^a value/],
  ['placements.0.offers.0.cartItem.unitPrice', undefined, `${offer}.cartItem.unitPrice`, /^a value/],
  ['placements.0.offers.0.stock', -1, `${offer}.stock`, /^at least 0$/],
  ['placements.0.offers.0.stock', 1.5, `${offer}.stock`, /^a whole number$/],
  ['placements.0.offers.0.maximum', 0, `${offer}.maximum`, /^at least 1$/],
  ['placements.0.offers.2.minimum', 2, 'placements[0].offers[2].maximum', /^at least 2$/],
  ['placements.0.offers.2.required', undefined, 'placements[0].offers[2].required', /^a reason/],
  ['placements.0.offers.0.provider', 'garge', `${offer}.provider`, /^one of the providers \(garage\)$/],
  ['placements.0.offers.0.linkedTo', { skus: [] }, `${offer}.linkedTo.skus`, /^a list that is not empty$/],
  ['placements.0.offers.0.linkedTo', { skus: ['a', 'a'] }, `${offer}.linkedTo.skus`, /^each entry once/],
  ['placements.0.offers.0.cartItem.catalogItemId', 'x', `${offer}.cartItem.catalogItemId`, /^no field/],
  ['placements.0.offers.0.cartItem.currency', 'dollars', `${offer}.cartItem.currency`, /ISO 4217/],
  ['placements.0.offers.0.cartItem.currency', 'USX', `${offer}.cartItem.currency`, /ISO 4217/],
  ['placements.0.offers.0.cartItem.currency', 'XDR', `${offer}.cartItem.currency`, /that has a minor unit$/],
  ['placements.0.offers.0.cartItem.currency', 'JPY', `${offer}.cartItem.unitPrice`, /JPY \(0 decimals\)/],
  ['placements.0.offers.0.cartItem.unitPrice', 35.105, `${offer}.cartItem.unitPrice`, /USD \(2 decimals\)/],
  [
    'placements.0.offers.0.cartItem.unitPrice',
    0.1 + 0.2,
    `${offer}.cartItem.unitPrice`,
    /USD \(2 decimals\)/,
  ],
  ['placements.0.offers.0.cartItem.unitPrice', 1e308, `${offer}.cartItem.unitPrice`, /2 \*\* 53 minor/],
  ['placements.0.offers.0.cartItem.unitPrice', 1e15, `${offer}.cartItem.unitPrice`, /2 \*\* 53 minor/],
  ['placements.0.offers.0.cartItem.unitPrice', 3e13, `${offer}.cartItem.unitPrice`, /2 \*\* 53 minor/],
  ['placements.0.offers.0.originalPrice', 0.001, `${offer}.originalPrice`, /USD \(2 decimals\)/],
  ['placements.0.offers.0.expiresAt', '2026-02-31T18:00:00Z', `${offer}.expiresAt`, /in the calendar$/],
  ['placements.0.offers.0.expiresAt', '2027-02-29T18:00:00+01:00', `${offer}.expiresAt`, /in the calendar$/],
  ['placements.0.offers.0.expiresAt', '2026-04-00T18:00Z', `${offer}.expiresAt`, /in the calendar$/],
  ['placements.0.offers.0.expiresAt', '2026-02-31', `${offer}.expiresAt`, /^A time such as/],
  ['placements.0.offers.0.cartItem.providerData', '{', `${offer}.cartItem.providerData`, /^JSON as text$/],
  ['placements.0.offers.0.cartItem.quantityMustBeSynchronized', true, `${offer}.linkedTo`, /^the products/],
];

describe('the check of a catalogue', () => {
  it('finds nothing wrong with a sound one', () => {
    assert.deepEqual(checkCatalogue(shopCatalogue), []);
  });

  it('finds nothing wrong with two secrets of a provider, while one is changed', () => {
    assert.deepEqual(checkCatalogue(changed(shopCatalogue, 'providers.garage.secret', [own, other])), []);
  });

  it('shows no secret, nor what was to be one', () => {
    for (const value of ['whsec_nearly', [own, 'whsec_nearly'], { secret: own }]) {
      const { message } = new CatalogueError(
        checkCatalogue(changed(shopCatalogue, 'providers.garage.secret', value)),
      );
      assert.match(message, /^providers\.garage\.secret: expected [^\n]*, got "something else"$/);
    }
  });

  for (const [put, value, path, expected] of faults) {
    it(`tells of ${JSON.stringify(value)} in ${put}`, () => {
      const catalogue = changed(shopCatalogue, put, value);
      const found = checkCatalogue(catalogue);
      assert.deepEqual(
        found.map((fault) => fault.path),
        [path],
      );
      assert.match(found[0]!.expected, expected);
    });
  }

  it('tells of every fault at once, in the order of the file', () => {
    const catalogue = changed(shopCatalogue, 'placements.0.offers.1.sku', '');
    Object.assign(catalogue.placements[0]!.offers[0]!, { maximum: 0, provider: 'nobody' });
    Object.assign(catalogue, { holdSeconds: 'long' });
    assert.deepEqual(
      checkCatalogue(catalogue).map(({ path, got }) => [path, got]),
      [
        ['holdSeconds', 'long'],
        [`${offer}.maximum`, 0],
        [`${offer}.provider`, 'nobody'],
        ['placements[0].offers[1].sku', ''],
      ],
    );
  });

  for (const nothing of [null, 7, 'catalogue', []])
    it(`tells of ${JSON.stringify(nothing)} in place of a catalogue`, () => {
      assert.deepEqual(checkCatalogue(nothing), [{ path: 'catalogue', expected: 'an object', got: nothing }]);
    });

  it('refuses a catalogue with all its faults in the message', () => {
    assert.throws(
      () => toCatalogueFile(changed(shopCatalogue, 'placements.0.offers.0.stock', -1)),
      (error) =>
        error instanceof CatalogueError && error.message === `${offer}.stock: expected at least 0, got -1`,
    );
  });
});
