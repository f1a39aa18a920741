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

/** The names of what is shown of placements, each with its offers of one product. */
function namesOf(
  placements: readonly (readonly (Rules & { readonly name: string; readonly maximum?: number })[])[],
  input: Partial<SelectionInput> = {},
): string[][] {
  const file = toCatalogueFile({
    accountId: '222',
    products: [{ sku: 'parking', currency: 'USD', unitPrice: 1 }],
    placements: placements.map((offers, index) => ({
      placementId: `p${index}`,
      offers: offers.map(({ name, maximum = 2, ...rules }) => ({
        sku: 'parking',
        cartItem: { name },
        minimum: 0,
        maximum,
        ...rules,
      })),
    })),
  });
  const chosen = chooseOffers(buildCatalogue(file), { attributes: {}, ...input });
  return chosen.map(({ offers }) => offers.map(({ offer }) => offer.cartItem.name));
}

describe('several offers of one product', () => {
  const english = { name: 'Parking', locales: ['en'] };
  const german = { name: 'Stellplatz', locales: ['de'] };

  it('are shown one at a time, in the language of the shopper', () => {
    assert.deepEqual(namesOf([[english, german]], { acceptLanguage: 'de-AT' }), [['Stellplatz']]);
    assert.deepEqual(namesOf([[english, german]], { acceptLanguage: 'en-US' }), [['Parking']]);
  });

  it('are shown once by a placement, by the first that fits, also where nobody says a language', () => {
    assert.deepEqual(namesOf([[english, german]]), [['Parking']]);
    const british = { name: 'Car park', locales: ['en-GB'] };
    assert.deepEqual(namesOf([[british, english]], { acceptLanguage: 'en-GB' }), [['Car park']]);
  });

  it('are shown on the pages that each is for', () => {
    const cart = { name: 'Cart', targeting: { pageIdentifiers: ['cart'] } };
    const thanks = { name: 'Thanks', targeting: { pageIdentifiers: ['thanks'] } };
    assert.deepEqual(namesOf([[cart], [thanks]], { identifier: 'cart' }), [['Cart']]);
    assert.deepEqual(namesOf([[cart], [thanks]], { identifier: 'thanks' }), [['Thanks']]);
  });

  it('are shown by two placements of a page where they sell it alike, else by the first', () => {
    assert.deepEqual(namesOf([[{ name: 'Top' }], [{ name: 'End' }]]), [['Top'], ['End']]);
    assert.deepEqual(namesOf([[{ name: 'Top' }], [{ name: 'End', maximum: 1 }]]), [['Top']]);
  });

  it('are shown for each product that they are linked to', () => {
    const plan = { name: 'Plan', linkedTo: { skus: ['slate-14', 'slate-16'] } };
    const input = { attributes: { productIds: 'slate-14,slate-16' } };
    assert.deepEqual(namesOf([[plan, { ...plan, name: 'Again' }]], input), [['Plan', 'Plan']]);
  });
});
