import { type Line, linesOf } from '../lines.ts';
import { isAsked, type Rule } from '../rule.ts';

/** What reserve refuses is not bought. */
export const refusalIgnored: Rule = {
  id: 'refusal-ignored',
  title: 'An item that reserve refuses is left out of the order',
  kind: 'fault',
  fix: 'Read success of each item that cart/reserve answers; charge and confirm those alone that are held, and tell the shopper of the others.',
  isSeen: (evidence) => isAsked(evidence, 'cart.reserve'),
  find({ calls }) {
    const reserved = linesOf(calls, 'cart.reserve');
    return linesOf(calls, 'cart.confirm').flatMap((line) => {
      const last = lastBefore(line, reserved);
      if (last?.answer?.success !== false) return [];
      const { cartItemId } = line;
      return [
        {
          says: `cart.confirm names ${cartItemId}, which cart.reserve had refused (${last.answer.error?.code ?? 'refused'}).`,
          calls: [last.call, line.call],
        },
      ];
    });
  },
};

function lastBefore({ call, cartId, cartItemId }: Line, reserved: readonly Line[]): Line | undefined {
  return reserved.findLast(
    (line) =>
      line.cartId === cartId &&
      line.cartItemId === cartItemId &&
      line.call.at <= call.at &&
      line.answer !== undefined,
  );
}
