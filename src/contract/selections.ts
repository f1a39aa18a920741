import Type from 'typebox';
import { Attributes, CartItemId, count, id, SessionId } from './fields.ts';

/** What the page's cart holds already of one upsell. */
export const HeldItem = Type.Object(
  {
    cartItemId: CartItemId,
    catalogItemId: id('The product.'),
    linkedProductId: Type.Optional(id('The product of the page that it belongs to.')),
    quantity: count('How many the cart holds.'),
  },
  { title: 'HeldItem', description: 'What the page’s cart holds already of one upsell.' },
);

/** The body of `selections`, which a browser sends. */
export const SelectionRequest = Type.Object(
  {
    accountId: id('The public id of the account.'),
    sessionId: Type.Optional({
      ...SessionId,
      description: 'The session so far, in characters of a header; without one a new session begins.',
    }),
    identifier: Type.Optional(id('The page that shows the offers.')),
    attributes: Type.Optional(Attributes),
    heldItems: Type.Optional(
      Type.Array(HeldItem, {
        description:
          'For opening quantities, by product; what the service holds under one of these ids is not sold out to the page. The first 200 count; what makes no sense among them is passed over and costs nobody the offers.',
      }),
    ),
  },
  {
    title: 'SelectionRequest',
    description:
      'Asks for the offers for one shopper. Sent by the browser, without a key. What cannot be used of the attributes is cut or left out and named in the answer, and costs nobody the offers.',
  },
);
