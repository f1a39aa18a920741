import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OffersDocument } from '../../src/contract/offers.ts';
import { faultText, offersFaults } from '../../src/model/index.ts';
import { toOffersDocument } from '../../src/offers/check-offers.ts';
import { compile } from './compile.ts';
import { offersWithAFault, soundOffers } from './offers-arbitrary.ts';

const project = join(import.meta.dirname, '../..');
const faultsOf = compile(OffersDocument);

/** What the page says of a document: '' when it takes it. */
function refusalOf(document: unknown): string {
  try {
    toOffersDocument(document);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Beyond a schema, so only the page sees it: two fields compared, two places, the decimals of a currency. */
const PAGE_ONLY =
  /which is the minimum, got|expected an id for one product|expected what placements|minor unit/;

/** Both sides agree, but for what no schema can say. */
function compare(document: unknown): void {
  const bySchema = faultsOf(document);
  const byPage = offersFaults(document)
    .map(faultText)
    .filter((fault) => !PAGE_ONLY.test(fault));
  assert.equal(
    bySchema.length === 0,
    byPage.length === 0,
    JSON.stringify({ document, bySchema, byPage }, null, 1),
  );
}

const offer = (given: object = {}, item: object = {}) => ({
  minimum: 0,
  maximum: 4,
  ...given,
  cartItem: { catalogItemId: 'parking', name: 'Parking', currency: 'USD', unitPrice: 35.1, ...item },
});
const one = (given: object = {}, item: object = {}) => ({ placements: [{ offers: [offer(given, item)] }] });

describe('the schema of an offers.json and the page’s own check', () => {
  for (const file of globSync('{demo/offers,test/support,demo/examples/*}/*.json', { cwd: project }))
    if (/offers|garden|laptop/i.test(file))
      it(`both take ${file}`, () => {
        const document = JSON.parse(readFileSync(join(project, file), 'utf8')) as unknown;
        assert.deepEqual([faultsOf(document), refusalOf(document)], [[], '']);
      });

  for (const document of [
    7,
    null,
    [],
    {},
    { placements: {} },
    { placements: [null] },
    { placements: [{}] },
    { placements: [{ offers: [null] }] },
    { placements: [{ offers: [], title: '' }] },
    { placements: [{ offers: [], target: 7 }] },
    one({ maximum: '4' }),
    one({ maximum: 0 }),
    one({ minimum: -1 }),
    one({ maximum: 2 ** 53 }),
    one({ minimum: 1 }),
    one({ required: {} }),
    one({ required: { reason: '' }, minimum: 1 }),
    one({ required: { reason: 'Fee' }, minimum: 1, inventoryStatus: 'outOfStock' }),
    one({ required: { reason: 'Fee' }, inventoryStatus: 'OutOfStock' }),
    one({ originalPrice: -1 }),
    one({ images: null }),
    one({ images: ['a.png'] }),
    one({ images: [{ url: 'a.png', alt: 7 }] }),
    one({ terms: { url: 'javascript:alert(1)' } }),
    one({ terms: { url: 'JavaScript:alert(1)' } }),
    one({ terms: { url: 'data:text/html,x' } }),
    one({ terms: { url: ' java\nscript:alert(1)' } }),
    one({ terms: { url: '' } }),
    one({ terms: {} }),
    one({ terms: { url: 7 } }),
    one({ terms: { url: ['/terms.html'] } }),
    one({ terms: null }),
    one({ inventoryStatus: '' }),
    one({}, { currency: 'dollars' }),
    one({}, { currency: ['USD'] }),
    one({}, { currency: 'US1' }),
    one({}, { unitPrice: '35' }),
    one({}, { unitPrice: -1 }),
    one({}, { name: '' }),
    one({}, { cartItemId: '' }),
    one({}, { linkedProductId: null }),
    one({}, { quantityMustBeSynchronized: 'true' }),
    one({}, { description: null }),
    { sessionId: 7, placements: [] },
    { sessionId: { id: 'a' }, placements: [] },
    { placements: [{ placementId: {}, offers: [] }] },
    one({ terms: { url: '/terms.html', label: { en: 'Terms' } } }),
    one({ preSelectedQuantity: '2' }),
  ]) {
    it(`both refuse ${JSON.stringify(document).slice(0, 120)}`, () => {
      assert.notEqual(refusalOf(document), '');
      assert.notDeepEqual(faultsOf(document), []);
    });
  }

  for (const document of [
    { placements: [] },
    { placements: [{ offers: [offer(), offer({ seller: 'again' })] }] },
    one({ inventoryStatus: 'OutOfStock' }),
    one({ required: { reason: 'Fee' }, minimum: 1, inventoryStatus: 'InStock' }),
    one({ terms: { url: 'HTTPS://shop.example/terms' } }),
    one({ terms: { url: 'terms.html#a:b' } }),
    one({ terms: { url: ' ' } }),
    one({ terms: { url: '//shop.example/terms' } }),
    one({}, { currency: 'usd', unitPrice: 0, more: { of: ['anything'] } }),
  ]) {
    it(`both take ${JSON.stringify(document).slice(0, 120)}`, () => {
      assert.deepEqual([faultsOf(document), refusalOf(document)], [[], '']);
    });
  }

  it('agree on sound documents of every kind', () => {
    fc.assert(fc.property(soundOffers, compare), { numRuns: 500 });
  });

  it('agree on documents with one fault anywhere', () => {
    fc.assert(fc.property(offersWithAFault, compare), { numRuns: 3_000 });
  });

  it('differ on purpose: only the page sees a maximum under the minimum, a product on two terms, a currency’s decimals', () => {
    for (const document of [
      one({ minimum: 3, maximum: 2, required: { reason: 'Fee' } }),
      { placements: [{ offers: [offer(), offer({ maximum: 5 })] }] },
      one({}, { currency: 'JPY', unitPrice: 1.5 }),
      one({}, { currency: 'XAU' }),
    ]) {
      assert.match(refusalOf(document), PAGE_ONLY);
      assert.deepEqual(faultsOf(document), []);
    }
  });
});
