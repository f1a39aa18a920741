import { expect } from '@open-wc/testing';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { buildOffer } from '../support/mount-offers.ts';

describe('an offers.json', () => {
  const refused = async (offers: unknown) => {
    const launcher = await createOffersLauncher({ offers: offers as never });
    const selection = await launcher.selectPlacements({ attributes: {} });
    return selection.getPlacements().then(
      () => 'accepted',
      (error: unknown) => (error as Error).message,
    );
  };
  const one = (offer: object, item: object = {}) => {
    const sound = buildOffer();
    return { placements: [{ offers: [{ ...sound, ...offer, cartItem: { ...sound.cartItem, ...item } }] }] };
  };
  const at = 'invalid-offers: placements[0].offers[0]';
  for (const [offers, message] of [
    [7, 'invalid-offers: offers: expected an object, got 7'],
    [{}, 'invalid-offers: placements: expected an array, got undefined'],
    [{ placements: [{}] }, 'invalid-offers: placements[0].offers: expected an array, got undefined'],
    [one({ maximum: '4' }), `${at}.maximum: expected a whole number of at least 1, got "4"`],
    [one({ minimum: 0, maximum: 0 }), `${at}.maximum: expected a whole number of at least 1, got 0`],
    [one({ minimum: 1 }), `${at}.required: expected an object with the reason of the charge, got undefined`],
    [
      one({ minimum: 3, maximum: 2, required: { reason: 'Fee' } }),
      `${at}.maximum: expected at least 3, which is the minimum, got 2`,
    ],
    [one({ required: {} }), `${at}.required.reason: expected a non-empty string, got undefined`],
    [one({ minimum: 1, required: {} }), `${at}.required.reason: expected a non-empty string, got undefined`],
    [
      one({}, { currency: 'dollars' }),
      `${at}.cartItem.currency: expected an ISO 4217 code such as "USD", got "dollars"`,
    ],
    [
      one({}, { currency: 'XAU' }),
      `${at}.cartItem.currency: expected a currency of ISO 4217 that has a minor unit, got "XAU"`,
    ],
    [
      one({}, { currency: 'JPY', unitPrice: 1.5 }),
      `${at}.cartItem.unitPrice: expected whole minor units of JPY (0 decimals), got 1.5`,
    ],
    [
      one({}, { unitPrice: 0.1 + 0.2 }),
      `${at}.cartItem.unitPrice: expected whole minor units of USD (2 decimals), got 0.30000000000000004`,
    ],
    [
      one({}, { unitPrice: 1e308 }),
      `${at}.cartItem.unitPrice: expected no more than 2 ** 53 minor units, got 1e+308`,
    ],
    [
      one({ originalPrice: 2.5 }, { currency: 'jpy', unitPrice: 2 }),
      `${at}.originalPrice: expected whole minor units of jpy (0 decimals), got 2.5`,
    ],
    [one({}, { currency: 'KWD', unitPrice: 1.234 }), 'accepted'],
    [one({}, { currency: 'HUF', unitPrice: 1990.5 }), 'accepted'],
    [one({}, { unitPrice: -1 }), `${at}.cartItem.unitPrice: expected a number of at least 0, got -1`],
    [
      one({ terms: { url: 'javascript:alert(1)' } }),
      `${at}.terms.url: expected an http or https URL, or one relative to the page, got "javascript:alert(1)"`,
    ],
    [
      one({ terms: { url: '/terms.html', label: { en: 'Terms' } } }),
      `${at}.terms.label: expected a string, got {"en":"Terms"}`,
    ],
    [one({ preSelectedQuantity: '2' }), `${at}.preSelectedQuantity: expected a number, got "2"`],
    [
      one({ maximum: 2 ** 53 - 1 }),
      `${at}.cartItem.unitPrice: expected no more than 2 ** 53 minor units in all, got 35.1`,
    ],
    [{ sessionId: { id: 1 }, placements: [] }, 'invalid-offers: sessionId: expected a string, got {"id":1}'],
    [
      { placements: [{ placementId: { id: 1 }, offers: [] }] },
      'invalid-offers: placements[0].placementId: expected a string, got {"id":1}',
    ],
    [one({ images: ['a.png'] }), `${at}.images[0]: expected an object, got "a.png"`],
    [one({ images: [{}] }), `${at}.images[0].url: expected a non-empty string, got undefined`],
    [
      one({ minimum: 1, required: { reason: 'Fee' }, inventoryStatus: 'OutOfStock' }),
      `${at}.inventoryStatus: expected stock of what is required, got "OutOfStock"`,
    ],
    [
      {
        placements: [
          { offers: [buildOffer({}, { cartItemId: 'x' })] },
          { offers: [buildOffer({}, { cartItemId: 'x', catalogItemId: 'tea' })] },
        ],
      },
      'invalid-offers: placements[1].offers[0].cartItem.cartItemId: expected an id for one product, got "x"',
    ],
    ...(
      [
        ['minimum', buildOffer({ minimum: 1, required: { reason: 'Fee' } }), 1],
        ['maximum', buildOffer({ maximum: 5 }), 5],
        ['inventoryStatus', buildOffer({ inventoryStatus: 'outofstock' }), '"outofstock"'],
        ['cartItem.unitPrice', buildOffer({}, { unitPrice: 35 }), 35],
        ['cartItem.currency', buildOffer({}, { currency: 'CAD' }), '"CAD"'],
        ['cartItem.providerData', buildOffer({}, { providerData: '[]' }), '"[]"'],
        ['cartItem.quantityMustBeSynchronized', buildOffer({}, { quantityMustBeSynchronized: true }), true],
      ] as const
    ).map(
      ([term, other, got]) =>
        [
          { placements: [{ offers: [buildOffer()] }, { offers: [other] }] },
          `invalid-offers: placements[1].offers[0].${term}: expected what placements[0].offers[0].${term} says, got ${got}`,
        ] as const,
    ),
  ] as const) {
    it(`with a fault is refused by its path: ${message}`, async () => {
      expect(await refused(offers)).to.equal(message);
    });
  }

  it('names every fault at once', async () => {
    expect((await refused(one({ minimum: -1, maximum: 1.5 }, { name: '' }))).split('; ')).to.have.length(3);
  });
});
