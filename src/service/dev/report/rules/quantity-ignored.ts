import { fieldsOf, linesRefused } from '../lines.ts';
import { isAsked, type Rule } from '../rule.ts';

/** What is confirmed is the quantity that was held. */
export const quantityIgnored: Rule = {
  id: 'quantity-ignored',
  title: 'The quantity that was held is confirmed',
  kind: 'fault',
  fix: 'When the shopper changes a quantity, call cart/reserve again with the new one, and confirm what it answers.',
  isSeen: (evidence) => isAsked(evidence, 'cart.confirm'),
  find: ({ calls }) =>
    linesRefused(calls, 'cart.confirm', 'quantity-mismatch').map(({ call, cartItemId, answer }) => {
      const held = String(fieldsOf(answer?.error?.value)['quantity']);
      return {
        says: `cart.confirm of ${cartItemId} names another quantity than the ${held} held.`,
        calls: [call],
      };
    }),
};
