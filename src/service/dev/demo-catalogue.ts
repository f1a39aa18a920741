import type {
  CatalogueFile,
  CatalogueOffer,
  CatalogueProduct,
  Provider,
} from '../catalogue/catalogue-file.ts';
import { testItems } from './test-items.ts';

/** The page identifier whose selections hold the test items. */
const TEST_ITEMS_PAGE = 'test-items';

/** The name of the provider of everything in the demo catalogue. */
const DEMO_PROVIDER = 'demo';

/** The name of the provider that is down: what waits for it keeps nothing else from anybody. */
const PROVIDER_DOWN = 'demo-down';

/** A catalogue to try the service with: the demo shops' own offers, and the test items on a page of their own. */
export function demoCatalogue(accountId: string, provider: Provider): CatalogueFile {
  return {
    accountId,
    providers: { [DEMO_PROVIDER]: provider, [PROVIDER_DOWN]: provider },
    products: [...products, ...Array.from(testItems.keys(), toTestProduct)],
    placements: [
      {
        placementId: 'concert',
        title: 'Add to your order',
        targeting: { pageIdentifiers: ['checkout.upsell'] },
        offers: concert,
      },
      {
        placementId: 'test-items',
        title: 'Test items',
        targeting: { pageIdentifiers: [TEST_ITEMS_PAGE] },
        offers: Array.from(testItems, ([sku, { about }]) => toTestOffer(sku, about)),
      },
    ],
  };
}

const sold = { currency: 'USD', provider: DEMO_PROVIDER } as const;

const products: CatalogueProduct[] = [
  { ...sold, sku: 'parking-a', unitPrice: 35, stock: 1000 },
  { ...sold, sku: 'ticket-protection', unitPrice: 18.9, stock: 1000 },
];

const concert: CatalogueOffer[] = [
  {
    sku: 'parking-a',
    cartItem: {
      name: 'Garage parking',
      description: 'A reserved space two blocks from the Garden. Drive in from 5 PM, leave by 2 AM.',
      providerData: '{"lot":"A"}',
    },
    minimum: 0,
    maximum: 4,
    originalPrice: 42,
    taxNote: 'incl. NYC parking tax',
    seller: 'Sold by Ninth & Park Garages',
    positiveResponseText: 'Add parking',
    negativeResponseText: 'No, thanks',
  },
  {
    sku: 'ticket-protection',
    cartItem: {
      name: 'Ticket protection',
      description:
        'Your money back if illness or a cancelled journey keeps you from coming. Covers the whole order.',
      providerData: '{"plan":"order"}',
    },
    minimum: 0,
    maximum: 1,
    taxNote: 'no sales tax',
    seller: 'Sold by Harborlight Cover',
    positiveResponseText: 'Add protection',
    negativeResponseText: 'No, thanks',
  },
];

function toTestProduct(sku: string): CatalogueProduct {
  const provider = testItems.get(sku)?.isProviderDown ? PROVIDER_DOWN : DEMO_PROVIDER;
  const held = sku === 'test-short-hold' ? { holdSeconds: 5 } : {};
  return { ...sold, ...held, provider, sku, unitPrice: 10, stock: 1000 };
}

function toTestOffer(sku: string, about: string): CatalogueOffer {
  const name = `Test item: ${sku.slice('test-'.length).replaceAll('-', ' ')}`;
  return { sku, cartItem: { name, description: `A test item: ${about}.` }, minimum: 0, maximum: 10 };
}
