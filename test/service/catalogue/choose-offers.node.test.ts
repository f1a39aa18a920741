import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCatalogue } from '../../../src/service/catalogue/account-catalogue.ts';
import type { CatalogueOffer, Shown } from '../../../src/service/catalogue/catalogue-file.ts';
import { toCatalogueFile } from '../../../src/service/catalogue/check-catalogue.ts';
import { chooseOffers } from '../../../src/service/catalogue/choose-offers.ts';
import type { SelectionInput } from '../../../src/service/catalogue/targeting.ts';

type Rules = Shown & Pick<CatalogueOffer, 'linkedTo'>;

/** The SKUs, and what they are linked to, that a shopper is shown of offers with these rules, by SKU. */
function shown(
  offers: Record<string, Rules>,
  input: Partial<SelectionInput>,
  placement: Shown = {},
): string[] {
  const file = toCatalogueFile({
    accountId: '222',
    placements: [
      {
        placementId: 'p',
        ...placement,
        offers: Object.entries(offers).map(([sku, rules]) => ({
          sku,
          cartItem: { name: sku, currency: 'USD', unitPrice: 1 },
          minimum: 0,
          maximum: 1,
          ...rules,
        })),
      },
    ],
  });
  return chooseOffers(buildCatalogue(file), { attributes: {}, ...input }).flatMap((chosen) =>
    chosen.offers.map(({ offer, linkedProductId }) => [offer.sku, linkedProductId].filter(Boolean).join(':')),
  );
}

describe('the offers of a shopper', () => {
  const pages = { parking: { targeting: { pageIdentifiers: ['checkout.upsell', 'cart'] } }, plain: {} };
  for (const [identifier, expected] of [
    ['cart', ['parking', 'plain']],
    ['home', ['plain']],
    [undefined, ['plain']],
  ] as const)
    it(`are those of the page ${identifier}`, () => {
      assert.deepEqual(shown(pages, { identifier }), expected);
    });

  const countries = {
    one: { targeting: { attributes: { country: 'US' } } },
    several: { targeting: { attributes: { country: ['US', 'CA'], vip: 'yes' } } },
  };
  for (const [attributes, expected] of [
    [{ country: 'US' }, ['one']],
    [{ country: 'CA', vip: 'yes' }, ['several']],
    [{ country: 'US', vip: 'yes' }, ['one', 'several']],
    [{ vip: 'yes' }, []],
  ] as const)
    it(`are those whose every rule holds for ${JSON.stringify(attributes)}`, () => {
      assert.deepEqual(shown(countries, { attributes: { ...attributes } }), expected);
    });

  it('are none where the placement is not shown', () => {
    assert.deepEqual(shown({ plain: {} }, {}, { targeting: { attributes: { country: 'US' } } }), []);
  });

  it('do not fall for an attribute that every object has', () => {
    assert.deepEqual(shown({ odd: { targeting: { attributes: { constructor: ['x'] } } } }, {}), []);
  });
});

describe('the language of a shopper', () => {
  const offers = {
    us: { locales: ['en-US'] },
    en: { locales: ['en'] },
    de: { locales: ['de', 'de-CH'] },
    all: {},
  };
  for (const [acceptLanguage, expected] of [
    [undefined, ['us', 'en', 'de', 'all']],
    ['en-US', ['us', 'en', 'all']],
    ['en', ['en', 'all']],
    ['en_us', ['us', 'en', 'all']],
    ['en-GB', ['en', 'all']],
    ['DE-ch', ['de', 'all']],
    ['fr', ['all']],
    ['fr, de;q=0.8, en;q=0.9', ['en', 'all']],
    ['en;q=0.2, de;q=0.3', ['de', 'all']],
    ['en;q=0, de;q=0.1', ['de', 'all']],
    ['fr, *;q=0.1', ['us', 'en', 'de', 'all']],
    [';;q=x,,', ['us', 'en', 'de', 'all']],
  ] as const)
    it(`by Accept-Language ${acceptLanguage}`, () => {
      assert.deepEqual(shown(offers, { acceptLanguage }), expected);
    });

  it('is one of the first 32 that Accept-Language names', () => {
    const others = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`).join();
    assert.deepEqual(shown(offers, { acceptLanguage: `${others(31)},de` }), ['de', 'all']);
    assert.deepEqual(shown(offers, { acceptLanguage: `${others(32)},de` }), ['all']);
  });

  it('is first of all what the attribute says', () => {
    assert.deepEqual(shown(offers, { acceptLanguage: 'en', attributes: { locale: 'de' } }), ['de', 'all']);
  });

  it('is the placement’s, too', () => {
    assert.deepEqual(shown({ all: {} }, { acceptLanguage: 'en' }, { locales: ['de'] }), []);
    assert.deepEqual(shown({ all: {} }, { acceptLanguage: 'fr, de' }, { locales: ['de'] }), ['all']);
  });
});

describe('an offer that is linked', () => {
  const offers = { care: { linkedTo: { skus: ['slate-14', 'slate-16'] } }, plain: {} };
  for (const [productIds, expected] of [
    ['["slate-14","slate-16","mouse"]', ['care:slate-14', 'care:slate-16', 'plain']],
    ['slate-16, mouse', ['care:slate-16', 'plain']],
    ['["slate-14","slate-14"]', ['care:slate-14', 'plain']],
    ['[broken', ['plain']],
    ['', ['plain']],
  ] as const)
    it(`is there once for each matching product of ${JSON.stringify(productIds)}`, () => {
      assert.deepEqual(shown(offers, { attributes: { productIds } }), expected);
    });
});
