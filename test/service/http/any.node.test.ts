import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openShop, otherPartner } from './shop.ts';
import { shopCatalogue } from './shop-catalogue.ts';

function seldom<Value>(value: Value) {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(value) },
  );
}

/** An offer, and when it is shown. */
const rule = fc.record({
  stock: fc.constantFrom(undefined, 0, 1, 2),
  minimum: fc.constantFrom(0, 1, 2),
  locales: fc.constantFrom(undefined, ['en'], ['de']),
  targeting: fc.record({
    pageIdentifiers: seldom(['cart']),
    attributes: fc.constantFrom(undefined, { country: 'US' }, { country: ['CA', 'DE'] }),
  }),
  linkedTo: seldom({ skus: ['slate-14'] }),
});

/** What a page says of itself and the shopper. */
const asked = fc.record(
  {
    identifier: fc.constantFrom('cart', 'home'),
    acceptLanguage: fc.constantFrom('de', 'en-US', 'fr;q=0.9, en;q=0.3'),
    attributes: fc.record(
      {
        country: fc.constantFrom('US', 'DE', 'FR'),
        locale: fc.constantFrom('en-GB', 'fr'),
        productIds: fc.constantFrom('slate-14', '["mouse"]'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['attributes'] },
);

describe('placements/any', () => {
  it('is true exactly when a selection with the same input holds an offer in stock', async (t) => {
    const shop = await openShop(t);
    const seen = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { maxLength: 4 }), asked, async (rules, input) => {
        await shop.sell({
          accountId: '222',
          placements: [
            {
              placementId: 'p',
              offers: rules.map((fields, index) => ({
                sku: `sku-${index}`,
                cartItem: { name: 'n', currency: 'USD', unitPrice: 1 },
                maximum: 2,
                required: { reason: 'r' },
                ...fields,
              })),
            },
          ],
        });
        const { acceptLanguage, identifier, attributes } = input;
        const language = acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage };
        const { placements } = await shop.select({ identifier, attributes }, language);
        const holds = placements.some(({ offers }) =>
          offers.some((offer) => offer.inventoryStatus === 'InStock'),
        );
        const any = { cartId: 'c', pageIdentifier: identifier, attributes };
        const { body } = await shop.call('/v1/placements/any', any, language);
        assert.deepEqual(body, { result: holds });
        seen[`${holds}`]++;
      }),
      { numRuns: 150 },
    );
    t.diagnostic(`${seen.true} with an offer in stock, ${seen.false} without`);
    assert.ok(seen.true > 3 && seen.false > 3, JSON.stringify(seen));
  });

  it('counts what is held but over as in stock, before anybody sweeps', async (t) => {
    const catalogue = structuredClone(shopCatalogue);
    catalogue.placements[0]!.offers = catalogue.placements[0]!.offers.slice(0, 1);
    const shop = await openShop(t, { catalogue });
    const items = [
      { cartItemId: await shop.offered('parking-a'), quantity: 4 },
      { cartItemId: await shop.offered('parking-a'), quantity: 1 },
    ];
    await shop.call('/v1/cart/reserve', { cartId: 'c', items });
    const any = async () => (await shop.call('/v1/placements/any', { cartId: 'another' })).body.result;
    assert.equal(await any(), false);
    shop.pass(600_000);
    assert.equal(await any(), true);
  });

  it('is false for an account without a catalogue', async (t) => {
    const shop = await openShop(t);
    const { body } = await shop.call('/v1/placements/any', { cartId: 'c' }, otherPartner);
    assert.deepEqual(body, { result: false });
  });
});
