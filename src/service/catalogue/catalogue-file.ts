import Type, { type Static } from 'typebox';
import { CLOSED, offersSchemas } from '../../contract/index.ts';

const Sku = Type.String({ minLength: 1, maxLength: 256, description: 'The product.' });
const Locales = Type.Array(Type.String({ minLength: 2, description: 'A locale, such as "en-US" or "en".' }), {
  minItems: 1,
  uniqueItems: true,
  description: 'Shown to who reads one of these; "en" also to who reads "en-US". Absent: to everybody.',
});
const Seconds = Type.Integer({
  minimum: 1,
  maximum: 86_400,
  description: 'How long a hold lasts, in seconds; 600 unless told.',
});
const AttributeRule = Type.Unsafe<string | readonly string[]>({
  anyOf: [{ type: 'string' }, { type: 'array', minItems: 1, items: { type: 'string' } }],
  description: 'a string, or a list of strings',
});

const Targeting = Type.Object(
  {
    pageIdentifiers: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), { minItems: 1, description: 'Only on these pages.' }),
    ),
    attributes: Type.Optional(
      Type.Record(Type.String(), AttributeRule, {
        description: 'Only where each of these attributes has the value, or one of the values.',
      }),
    ),
  },
  { ...CLOSED, description: 'Where it is shown; every rule has to hold.' },
);

const shown = { locales: Type.Optional(Locales), targeting: Type.Optional(Targeting) };

const { cartItem, inventoryStatus, ...offer } = offersSchemas.Offer.properties;
const { cartItemId, catalogItemId, linkedProductId, currency, unitPrice, ...item } = cartItem.properties;

/** What a product is sold by, besides its price. */
const sold = {
  stock: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'How many there ever were, sold ones included; absent: no limit.',
    }),
  ),
  provider: Type.Optional(
    Type.String({ minLength: 1, description: 'Who is told of each sale: one of `providers`.' }),
  ),
  holdSeconds: Type.Optional(Seconds),
};

const CatalogueProduct = Type.Object(
  {
    sku: Type.String({ minLength: 1, maxLength: 256, description: 'Unique among the products.' }),
    currency,
    unitPrice,
    ...sold,
    maximum: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'The most that one cart may hold and buy of it, whatever it is linked to.',
      }),
    ),
  },
  { ...CLOSED, description: 'One thing to sell; offers show it.' },
);

const CatalogueOffer = Type.Object(
  {
    sku: Sku,
    ...sold,
    ...shown,
    linkedTo: Type.Optional(
      Type.Object(
        { skus: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, uniqueItems: true }) },
        {
          ...CLOSED,
          description: 'One offer for each of these that the attribute `productIds` names, linked to it.',
        },
      ),
    ),
    cartItem: Type.Object(
      { ...item, currency: Type.Optional(currency), unitPrice: Type.Optional(unitPrice) },
      { ...CLOSED, description: 'As in an offers.json; the ids are made of `sku`.' },
    ),
    ...offer,
  },
  {
    ...CLOSED,
    description:
      'How a product is shown. Where there are no `products`, its price, stock, provider and hold are said here, alike by all offers of one `sku`.',
  },
);

const { offers, placementId, ...placement } = offersSchemas.PlacementDocument.properties;

const CataloguePlacement = Type.Object(
  {
    placementId: Type.String({ minLength: 1, description: 'Unique in the catalogue.' }),
    ...placement,
    ...shown,
    offers: Type.Array(CatalogueOffer),
  },
  { ...CLOSED, description: 'The offers of one place on the page.' },
);

const Secret = Type.String({ pattern: '^whsec_[A-Za-z0-9+/]{32,86}={0,2}$' });

const Provider = Type.Object(
  {
    url: Type.String({ pattern: '^https?://', description: 'Where the webhook goes: an http(s) URL.' }),
    secret: Type.Union([Secret, Type.Array(Secret, { minItems: 2, maxItems: 2, uniqueItems: true })], {
      description:
        'What it is signed with: "whsec_" and 24 to 64 random bytes in base64; two of them while one is changed.',
    }),
  },
  { ...CLOSED, description: 'Who fulfils what is sold.' },
);

/** The schema of a catalogue file: everything that one account sells. */
export const CatalogueFile = Type.Object(
  {
    $schema: Type.Optional(
      Type.String({ description: 'Where this schema is: catalogue.schema.json in the package.' }),
    ),
    accountId: Type.String({ minLength: 1, maxLength: 256, description: 'Whose catalogue it is.' }),
    version: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
        description:
          'Goes up with each change: a file with a lower one than was applied leaves the stock alone.',
      }),
    ),
    holdSeconds: Type.Optional(Seconds),
    standInManners: Type.Optional(
      Type.Union([Type.Literal('shipped'), Type.Literal('documented')], {
        description:
          "How the stand-in for Rokt's launcher behaves for this account, where the page does not say it; as the service is told unless given.",
      }),
    ),
    providers: Type.Optional(Type.Record(Type.String(), Provider)),
    products: Type.Optional(
      Type.Array(CatalogueProduct, { description: 'What is sold; every offer then shows one of them.' }),
    ),
    placements: Type.Array(CataloguePlacement),
  },
  {
    ...CLOSED,
    title: 'Catalogue of an upsell service',
    description: 'Everything that one account sells, where and to whom.',
  },
);

/** Everything that one account sells, as its file says it. */
export type CatalogueFile = Static<typeof CatalogueFile>;
/** One place on the page, with what is offered there. */
export type CataloguePlacement = Static<typeof CataloguePlacement>;
/** One thing to sell. */
export type CatalogueProduct = Static<typeof CatalogueProduct>;
/** How a product is shown. */
export type CatalogueOffer = Static<typeof CatalogueOffer>;
/** Who fulfils what is sold: where they are told of it, and what signs that. */
export type Provider = Static<typeof Provider>;
/** What placements and offers have in common: who sees them. */
export type Shown = Pick<CatalogueOffer, 'locales' | 'targeting'>;
