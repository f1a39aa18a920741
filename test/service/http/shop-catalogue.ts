import type { CatalogueFile } from '../../../src/service/catalogue/catalogue-file.ts';

const item = (name: string, unitPrice: number, currency = 'USD') => ({ name, unitPrice, currency });

/** What the account 222 sells: parking of which there are 5, a protection without limit, and a fee that must be paid. */
export const shopCatalogue: CatalogueFile = {
  accountId: '222',
  providers: {
    garage: {
      url: 'https://garage.example/hook',
      secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    },
  },
  placements: [
    {
      placementId: 'checkout-upsell',
      title: 'Make it a better night',
      offers: [
        {
          sku: 'parking-a',
          stock: 5,
          provider: 'garage',
          cartItem: { ...item('Garage parking', 35.1), providerData: '{"lot":"A"}' },
          minimum: 0,
          maximum: 4,
        },
        {
          sku: 'ticket-protection',
          cartItem: item('Ticket protection', 18.9),
          minimum: 0,
          maximum: 1,
        },
        {
          sku: 'facility-fee',
          cartItem: item('Venue facility fee', 4.5),
          minimum: 1,
          maximum: 1,
          required: { reason: 'The venue charges this fee on every order.' },
        },
      ],
    },
  ],
};

const shown = (sku: string, name: string, maximum = 4) => ({ sku, cartItem: { name }, minimum: 0, maximum });

/** The same parking in English and German, four to a cart at most, and a plan for each laptop, three to a cart. */
export const listedCatalogue: CatalogueFile = {
  accountId: '222',
  products: [
    { sku: 'parking-a', currency: 'USD', unitPrice: 35.1, stock: 5, maximum: 4 },
    { sku: 'care', currency: 'USD', unitPrice: 149, maximum: 3 },
  ],
  placements: [
    {
      placementId: 'checkout-upsell',
      offers: [
        { ...shown('parking-a', 'Garage parking'), locales: ['en'] },
        { ...shown('parking-a', 'Stellplatz'), locales: ['de'] },
        { ...shown('care', 'Care plan', 2), linkedTo: { skus: ['slate-14', 'slate-16'] } },
      ],
    },
  ],
};
