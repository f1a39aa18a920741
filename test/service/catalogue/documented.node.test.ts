import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { offersSchemas } from '../../../src/contract/index.ts';
import { CatalogueFile } from '../../../src/service/catalogue/catalogue-file.ts';
import { checkCatalogue } from '../../../src/service/catalogue/check-catalogue.ts';
import { reserve } from '../http/outcomes/steps.ts';
import { openShop } from '../http/shop.ts';

const page = readFileSync('docs/catalogue.md', 'utf8');
const [, sample = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];

describe('the documented catalogue', () => {
  it('is sound with a secret of one’s own, also by the published schema', () => {
    const catalogue = sound();
    assert.deepEqual(checkCatalogue(catalogue), []);
    assert.deepEqual(
      checkCatalogue(JSON.parse(sample)).map(({ path, expected }) => [path, expected]),
      [['providers.garage.secret', 'a secret of your own']],
    );
    const isSound = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync('catalogue.schema.json', 'utf8')) as object,
    );
    assert.ok(isSound(catalogue), JSON.stringify(isSound.errors));
    assert.ok(!isSound({ ...(catalogue as object), placements: 1 }));
  });

  it('names every field that an offer has besides those of an offers.json', () => {
    const { offers } = CatalogueFile.properties.placements.items.properties;
    const known = Object.keys(offersSchemas.Offer.properties);
    const own = Object.keys(offers.items.properties).filter((field) => !known.includes(field));
    // What an offer may state of its product is in the table of products, and in the paragraph about that.
    const stated = ['stock', 'provider', 'holdSeconds'];
    assert.deepEqual([...fieldsOf(1), ...stated].sort(), own.sort());
    const [, paragraph = ''] = /\n(A catalogue without `products`[\s\S]*?)\n\n/.exec(page) ?? [];
    for (const field of [...stated, 'currency', 'unitPrice']) assert.ok(paragraph.includes(`\`${field}\``));
  });

  it('names every field that a product has', () => {
    const { items } = CatalogueFile.properties.products;
    assert.deepEqual(fieldsOf(0).sort(), Object.keys(items.properties).sort());
  });

  it('sells one parking in two languages, of one stock, four to a cart', async (t) => {
    const shop = await openShop(t, { catalogue: sound() as CatalogueFile });
    const garden = { attributes: { venueName: 'Madison Square Garden', country: 'US' } };
    const body = { identifier: 'checkout.upsell', ...garden };
    const parkingIn = async (language: string) => {
      const { placements } = await shop.select(body, { 'accept-language': language });
      const [offer, ...others] = placements[0]!.offers;
      assert.deepEqual(others, []);
      return offer!;
    };
    const english = await parkingIn('en-US');
    const german = await parkingIn('de-AT');
    assert.deepEqual(
      [english, german].map(({ cartItem, maximum }) => [cartItem.name, cartItem.unitPrice, maximum]),
      [
        ['Garage parking', 35.1, 4],
        ['Stellplatz im Parkhaus', 35.1, 2],
      ],
    );
    assert.ok((await reserve(shop, english.cartItem.cartItemId, 4)).success);
    assert.ok((await reserve(shop, german.cartItem.cartItemId, 2)).success);
    assert.equal(await shop.available('parking-a'), 48);
  });
});

/** The sample with a secret of one's own. */
function sound(): unknown {
  const [published = ''] = /whsec_[^"]+/.exec(sample) ?? [];
  return JSON.parse(sample.replace(published, `whsec_${randomBytes(32).toString('base64')}`));
}

/** The fields that a table of the page names, by its place among those tables. */
function fieldsOf(table: number): string[] {
  const tables = [...page.matchAll(/\| field \| meaning \|\n\|---\|---\|\n([\s\S]*?)\n\n/g)];
  const rows = tables[table]?.[1]?.split('\n') ?? [];
  return rows.flatMap((row) => {
    const [, cell = ''] = row.split('|');
    return Array.from(cell.matchAll(/`(\w+)`/g), ([, field]) => field!);
  });
}
