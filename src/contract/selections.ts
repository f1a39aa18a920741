import Type from 'typebox';
import { Attributes, id } from './fields.ts';
import { LIMITS } from './limits.ts';

/** The body of `selections`, which a browser sends. */
export const SelectionRequest = Type.Object(
  {
    accountId: id('The public id of the account.'),
    sessionId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: LIMITS.idLength,
        pattern: '^[!-~]+$',
        description: 'The session so far, in characters of a header; without one a new session begins.',
      }),
    ),
    identifier: Type.Optional(id('The page that shows the offers.')),
    attributes: Type.Optional(Attributes),
  },
  {
    title: 'SelectionRequest',
    description: 'Asks for the offers for one shopper. Sent by the browser, without a key.',
  },
);
