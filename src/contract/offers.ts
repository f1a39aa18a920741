import Type from 'typebox';
import { CLOSED, Currency, Instant, price, UnitPrice } from './fields.ts';
import { IgnoredAttribute } from './ignored-attribute.ts';
import { LIMITS } from './limits.ts';

const Text = Type.String({ minLength: 1 });
const text = (description: string) => Type.String({ minLength: 1, description });
const Whole = (minimum: number, description: string) =>
  Type.Integer({ minimum, maximum: LIMITS.wholeNumber, description });
/** No scheme, or http(s): a browser skips blanks before it, and line breaks anywhere. */
const Link = Type.String({
  minLength: 1,
  pattern:
    '^(?![\\u0000-\\u0020]*[A-Za-z][A-Za-z0-9+.\\t\\n\\r-]*:)|^[\\u0000-\\u0020]*[Hh][Tt][Tt][Pp][Ss]?:',
  description: 'An http or https URL, or one relative to the page.',
});

const item = {
  catalogItemId: Type.String({ minLength: 1, description: 'The product.' }),
  currency: Currency,
  name: text('What it is called.'),
  description: Type.Optional(Type.String({ description: 'What it is, in a sentence or two.' })),
  providerData: Type.Optional(Type.String({ description: 'JSON, for the provider.' })),
  unitPrice: UnitPrice,
  linkedProductId: Type.Optional(
    Type.String({ minLength: 1, description: 'The product of the page that this one belongs to.' }),
  ),
  quantityMustBeSynchronized: Type.Optional(
    Type.Boolean({ description: 'True: its quantity is always that of `linkedProductId`.' }),
  ),
};

const Image = Type.Object(
  {
    url: text('Where it is; relative to the page.'),
    alt: Type.Optional(Type.String({ description: 'What it shows.' })),
  },
  { title: 'OfferImage', description: 'A picture of an offer.' },
);
const Terms = Type.Object(
  { url: Link, label: Type.Optional(Type.String({ description: 'The words of the link.' })) },
  { title: 'OfferTerms', description: 'Where the terms of an offer are to be read.' },
);
const Required = Type.Object(
  { reason: text('Why it has to be paid, as the shopper reads it.') },
  { title: 'OfferRequired', description: 'What makes an offer part of every order.' },
);

const offer = {
  minimum: Whole(0, '1 or more makes it a mandatory charge, which needs `required`.'),
  maximum: Whole(1, 'At least `minimum`.'),
  required: Type.Optional(Required),
  images: Type.Optional(Type.Array(Image, { description: 'The first one is shown.' })),
  originalPrice: Type.Optional(price('What one cost before (shown where it is more than `unitPrice`)')),
  taxNote: Type.Optional(text('Such as "incl. VAT".')),
  terms: Type.Optional(Terms),
  seller: Type.Optional(text('Who sells it, as a line.')),
  inventoryStatus: Type.Optional(
    Type.String({
      minLength: 1,
      description: '`OutOfStock`, in any case, is sold out; anything else is not told.',
    }),
  ),
  expiresAt: Type.Optional(Instant),
  positiveResponseText: Type.Optional(text('The words of the button that adds it.')),
  negativeResponseText: Type.Optional(text('The words of the button that declines it.')),
  preSelectedQuantity: Type.Optional(
    Type.Number({ description: 'Taken note of and not followed: an optional item starts at 0.' }),
  ),
};

/** What is charged without having been chosen says why, and is in stock. */
const requirement = {
  if: {
    anyOf: [
      { properties: { minimum: { type: 'integer', minimum: 1 } } },
      { properties: { required: true }, required: ['required'] },
    ],
  },
  then: {
    required: ['required'],
    properties: {
      required: true,
      inventoryStatus: { type: 'string', not: { pattern: '^[Oo][Uu][Tt][Oo][Ff][Ss][Tt][Oo][Cc][Kk]$' } },
    },
  },
};

const placement = {
  target: Type.Optional(
    Type.String({ minLength: 1, description: 'Selector of its mount node; default: the launcher’s.' }),
  ),
  title: Type.Optional(text('The heading over the offers.')),
};

const OfferedItem = Type.Object(
  {
    cartItemId: Type.Optional(
      Type.String({ minLength: 1, description: 'Minted by the launcher where a static file has none.' }),
    ),
    ...item,
  },
  {
    title: 'OfferedItem',
    description: 'A cart item as an offer describes it; its quantity and total are the placement’s.',
  },
);
const Offer = Type.Object(
  { cartItem: OfferedItem, ...offer },
  { ...requirement, title: 'Offer', description: 'One thing to sell.' },
);
const PlacementDocument = Type.Object(
  { placementId: Type.Optional(Type.String()), ...placement, offers: Type.Array(Offer) },
  { title: 'PlacementDocument', description: 'The offers of one place on the page.' },
);
/** An `offers.json`, as a page’s own launcher reads it. */
export const OffersDocument = Type.Object(
  {
    $schema: Type.Optional(
      Type.String({ description: 'Where this schema is: offers.schema.json in the package.' }),
    ),
    sessionId: Type.Optional(
      Type.String({ description: 'For the page’s own server; minted where there is none.' }),
    ),
    placements: Type.Array(PlacementDocument),
  },
  {
    title: 'OffersDocument',
    description: 'What an `offers.json` holds: the offers of a page, the same for everybody.',
  },
);

const SelectedItem = Type.Object(
  { cartItemId: Text, ...item },
  {
    ...CLOSED,
    title: 'SelectedItem',
    description: 'An offered item with the id of this impression, which reserve takes.',
  },
);
const SelectedOffer = Type.Object(
  {
    cartItem: SelectedItem,
    ...offer,
    openingQuantity: Type.Optional(
      Whole(
        1,
        'What the page’s cart holds of it already, within `minimum` and `maximum`; absent where it holds none.',
      ),
    ),
  },
  { ...CLOSED, ...requirement, title: 'SelectedOffer', description: 'One thing to sell to one shopper.' },
);
const SelectedPlacement = Type.Object(
  { placementId: Text, ...placement, offers: Type.Array(SelectedOffer) },
  {
    ...CLOSED,
    title: 'SelectedPlacement',
    description: 'The offers of one place on the page, for one shopper.',
  },
);
/** The same as an `offers.json`, with every id in it. */
export const SelectionAnswer = Type.Object(
  {
    sessionId: Text,
    placements: Type.Array(SelectedPlacement),
    ignored: Type.Optional(
      Type.Array(IgnoredAttribute, {
        description: 'Attributes that were cut or left out, the first hundred; absent where all counted.',
      }),
    ),
  },
  {
    ...CLOSED,
    title: 'SelectionAnswer',
    description: 'The offers for one shopper: an `offers.json` with every id in it.',
  },
);

/** The schemas that have a name of their own in TypeScript and OpenAPI. */
export const offersSchemas = {
  OfferImage: Image,
  OfferTerms: Terms,
  OfferRequired: Required,
  OfferedItem,
  Offer,
  PlacementDocument,
  OffersDocument,
  SelectedItem,
  SelectedOffer,
  SelectedPlacement,
  IgnoredAttribute,
  SelectionAnswer,
};
