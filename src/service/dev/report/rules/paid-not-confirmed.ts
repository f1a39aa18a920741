import { linesOf } from '../lines.ts';
import type { Rule } from '../rule.ts';
import { saleOf } from '../sales.ts';

/** What a shopper has paid is bought. */
export const paidNotConfirmed: Rule = {
  id: 'paid-not-confirmed',
  title: 'What was paid is bought',
  kind: 'fault',
  fix: 'Read each item of the answer of cart/confirm: call it again until it is answered, and give back what was paid for an item that is refused.',
  isSeen: ({ charges }) => charges.length > 0,
  find: ({ calls, charges, holds }) =>
    charges.flatMap((charge) =>
      charge.items
        .filter((item) => item.totalPrice > 0 && !saleOf(charge, item, holds))
        .map(({ cartItemId, totalPrice, currency }) => ({
          says: `Order ${charge.orderId} has paid ${totalPrice} ${currency} for ${cartItemId}, which is not confirmed.`,
          calls: linesOf(calls, 'cart.confirm')
            .filter((line) => line.cartItemId === cartItemId && line.cartId === charge.cartId)
            .map(({ call }) => call),
        })),
    ),
};
