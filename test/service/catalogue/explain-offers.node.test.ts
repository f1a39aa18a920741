import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCatalogue } from '../../../src/service/catalogue/account-catalogue.ts';
import type { CatalogueOffer, Shown } from '../../../src/service/catalogue/catalogue-file.ts';
import { toCatalogueFile } from '../../../src/service/catalogue/check-catalogue.ts';
import { explainOffers } from '../../../src/service/catalogue/explain-offers.ts';
import type { SelectionInput } from '../../../src/service/catalogue/targeting.ts';

type Rules = Shown & Pick<CatalogueOffer, 'linkedTo'> & { readonly sku?: string };

/** What becomes of offers with these rules, by their names: the outcome, and each condition that is not met. */
function fates(
  offers: Record<string, Rules>,
  input: Partial<SelectionInput>,
  { placement = {}, soldOut = [] as readonly string[] } = {},
) {
  const file = toCatalogueFile({
    accountId: '222',
    placements: [
      {
        placementId: 'p',
        ...placement,
        offers: Object.entries(offers).map(([name, rules]) => ({
          sku: name,
          cartItem: { name, currency: 'USD', unitPrice: 1 },
          minimum: 0,
          maximum: 1,
          ...rules,
        })),
      },
    ],
  });
  const catalogue = buildCatalogue(file);
  const all = catalogue.placements.flatMap((one) => one.offers);
  const inStock = new Set(all.filter(({ sku }) => !soldOut.includes(sku)));
  return explainOffers(catalogue, { attributes: {}, ...input }, inStock).map(({ name, outcome, unmet }) => [
    name,
    outcome,
    ...unmet.map(({ rule, expected, got }) => `${rule}: ${expected.join('|')}: ${got}`),
  ]);
}

describe('what became of an offer', () => {
  it('is that it was shown, or that there is no stock', () => {
    const stock = { soldOut: ['b'] };
    assert.deepEqual(fates({ a: {}, b: {} }, {}, stock), [
      ['a', 'shown'],
      ['b', 'sold-out'],
    ]);
  });

  it('is every rule that was not met, of its placement too, without the value of an attribute', () => {
    const targeting = { pageIdentifiers: ['checkout'], attributes: { country: ['US', 'CA'], vip: 'yes' } };
    const placement = { targeting: { attributes: { event: 'concert' } } };
    const input = { identifier: 'home', attributes: { country: 'secret', event: ' Concert' } };
    assert.deepEqual(fates({ a: { targeting } }, input, { placement }), [
      [
        'a',
        'missed',
        'the attribute "event": concert: the same in other letters or with spaces around it',
        'the page identifier: checkout: home',
        'the attribute "country": US|CA: another value',
        'the attribute "vip": yes: it was not sent',
      ],
    ]);
  });

  it('is that it is linked to nothing in the cart', () => {
    const linkedTo = { skus: ['laptop'] };
    const attributes = { productIds: 'phone' };
    assert.deepEqual(fates({ a: { linkedTo } }, { attributes }), [
      ['a', 'missed', 'the attribute "productIds": laptop: none of these'],
    ]);
  });

  it('is the language', () => {
    const offers = { french: { locales: ['fr'] }, german: { locales: ['de'] } };
    assert.deepEqual(fates(offers, { acceptLanguage: 'fr, de;q=0.5' }), [
      ['french', 'shown'],
      ['german', 'missed', 'the language: de: another one of fr, de'],
    ]);
    const [, german] = fates(offers, { attributes: { locale: 'fr' } });
    assert.deepEqual(german, ['german', 'missed', 'the language: de: another one by the attribute "locale"']);
  });

  it('is told of the nearest, however many there are', () => {
    const far = { targeting: { pageIdentifiers: ['cart'], attributes: { vip: 'yes' } } };
    const near = { targeting: { attributes: { vip: 'yes' } } };
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`far-${n}`, far]));
    const names = fates({ ...many, near, shown: {} }, {}).map(([name]) => name);
    assert.deepEqual([names.length, ...names.slice(0, 3)], [50, 'shown', 'near', 'far-0']);
  });

  it('is another offer of the product before it', () => {
    const [first, second] = fates({ a: { sku: 'x' }, b: { sku: 'x' } }, {});
    assert.deepEqual(first, ['a', 'shown']);
    assert.match(second?.[2] ?? '', /^each product once.*: another offer of the product$/);
  });
});
