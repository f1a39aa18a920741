import { fieldsOf, linesRefused, orderOf } from '../lines.ts';
import { isAsked, type Rule } from '../rule.ts';

/** A confirm that is sent again is sent for the same order. */
export const orderedTwice: Rule = {
  id: 'ordered-twice',
  title: 'An item is bought in one order',
  kind: 'fault',
  fix: 'Make the orderId before the first confirm and keep it: a confirm that is sent again under the same one buys once.',
  isSeen: (evidence) => isAsked(evidence, 'cart.confirm'),
  find: ({ calls }) =>
    linesRefused(calls, 'cart.confirm', 'already-confirmed').map(({ call, cartItemId, answer }) => {
      const { orderId } = fieldsOf(answer?.error?.value);
      const earlier = typeof orderId === 'string' ? `order ${orderId}` : 'another cart';
      return {
        says: `cart.confirm buys ${cartItemId} in order ${String(orderOf(call))}; ${earlier} has bought it before.`,
        calls: [call],
      };
    }),
};
