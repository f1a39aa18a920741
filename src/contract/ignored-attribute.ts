import Type from 'typebox';
import { CLOSED } from './fields.ts';

/** An attribute of a selection that did not count as it was sent, and why. */
export const IgnoredAttribute = Type.Object(
  {
    name: Type.String({
      description: 'The name of the attribute; `attributes` where they are no object at all.',
    }),
    reason: Type.Unsafe<'broken-text' | 'too-long' | 'too-many' | 'unreadable'>({
      type: 'string',
      enum: ['broken-text', 'too-long', 'too-many', 'unreadable'],
      description:
        'What is too long is cut; NUL and half a character are taken out of a broken text; an attribute is left out where that is its name, where it is no text, or one too many.',
    }),
  },
  { ...CLOSED, title: 'IgnoredAttribute', description: 'An attribute that did not count as it was sent.' },
);
