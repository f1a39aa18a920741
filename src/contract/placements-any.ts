import Type from 'typebox';
import { Attributes, CartId, CLOSED, id } from './fields.ts';
import { LIMITS } from './limits.ts';

/** The body of `placements/any`. */
export const AnyRequest = Type.Object(
  {
    cartId: CartId,
    pageIdentifier: Type.Optional(id('The page that would show the offers.')),
    url: Type.Optional(Type.String({ maxLength: LIMITS.urlLength, description: 'Where that page is.' })),
    attributes: Type.Optional(Attributes),
  },
  { title: 'AnyRequest', description: 'Asks whether the upsell page is worth showing.' },
);

/** What `placements/any` answers. */
export const AnyAnswer = Type.Object(
  { result: Type.Boolean({ description: 'True when a selection with the same input would hold an offer.' }) },
  { ...CLOSED, title: 'AnyAnswer', description: 'Whether there is anything to show.' },
);
