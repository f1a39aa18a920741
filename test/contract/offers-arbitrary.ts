import fc from 'fast-check';

const text = fc.oneof(fc.constantFrom('USD', 'parking', '/terms.html', 'OutOfStock'), fc.string());
const price = fc.oneof(
  fc.constantFrom(0, 35.1, 149),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
);

const item = fc.record(
  {
    cartItemId: fc.string({ minLength: 1 }),
    catalogItemId: fc.string({ minLength: 1 }),
    currency: fc.constantFrom('USD', 'jpy', 'KWD', 'XXX'),
    name: fc.string({ minLength: 1 }),
    description: fc.string(),
    providerData: fc.json(),
    unitPrice: price,
    linkedProductId: fc.string({ minLength: 1 }),
    quantityMustBeSynchronized: fc.boolean(),
    more: fc.jsonValue(),
  },
  { requiredKeys: ['catalogItemId', 'currency', 'name', 'unitPrice'] },
);

const offer = fc.record(
  {
    cartItem: item,
    minimum: fc.constantFrom(0, 0, 1, 2),
    maximum: fc.integer({ min: 2, max: 9 }),
    required: fc.record({ reason: fc.string({ minLength: 1 }) }),
    images: fc.array(
      fc.record({ url: fc.string({ minLength: 1 }), alt: fc.string() }, { requiredKeys: ['url'] }),
    ),
    originalPrice: price,
    taxNote: fc.string({ minLength: 1 }),
    terms: fc.record({ url: fc.oneof(fc.webUrl(), fc.constant('/terms.html')), label: fc.string() }),
    seller: fc.string({ minLength: 1 }),
    inventoryStatus: fc.constantFrom('InStock', 'OutOfStock', 'OUTOFSTOCK'),
    expiresAt: fc.constantFrom('2026-12-05T18:00:00+01:00', '2026-12-05T17:00Z'),
    positiveResponseText: fc.string({ minLength: 1 }),
    negativeResponseText: fc.string({ minLength: 1 }),
    preSelectedQuantity: fc.nat(9),
    more: fc.jsonValue(),
  },
  { requiredKeys: ['cartItem', 'minimum', 'maximum', 'required'] },
);

/** An `offers.json` that is sound, or nearly so: what is required may be sold out, and a product may come twice. */
export const soundOffers = fc.record(
  {
    sessionId: fc.string(),
    placements: fc.array(
      fc.record(
        {
          placementId: fc.string(),
          target: fc.string({ minLength: 1 }),
          title: fc.string({ minLength: 1 }),
          offers: fc.array(offer, { maxLength: 2 }),
        },
        { requiredKeys: ['offers'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['placements'] },
);

/** What may stand anywhere instead of what belongs there. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(
    -1,
    0,
    1,
    1.5,
    2 ** 53,
    '',
    'USD',
    null,
    [],
    {},
    ['USD'],
    'OutOfStock',
    '2026-12-05T18:00:00',
    'javascript:alert(1)',
  ),
  text,
);

/** Such a document with one place changed to anything, or without that place. */
export const offersWithAFault = fc
  .tuple(soundOffers, fc.nat(), fc.option(anything, { nil: undefined }))
  .map(([document, at, value]) => {
    const copy = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (place) place(value);
    return JSON.parse(JSON.stringify(copy)) as unknown;
  });

type Put = (value: unknown) => void;

function placesIn(value: unknown): Put[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [
    (given: unknown) => {
      holder[key] = given;
    },
    ...placesIn(holder[key]),
  ]);
}
