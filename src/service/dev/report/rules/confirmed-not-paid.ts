import { linesOf } from '../lines.ts';
import type { Rule } from '../rule.ts';
import { saleOf } from '../sales.ts';

/** What is bought was paid. */
export const confirmedNotPaid: Rule = {
  id: 'confirmed-not-paid',
  title: 'What is bought was paid',
  kind: 'fault',
  fix: 'A confirm whose answer is lost may have bought: call it again, under the same order, before the money goes back; or cancel what it bought.',
  isSeen: ({ charges }) => charges.length > 0,
  find({ calls, charges, holds }) {
    if (charges.length === 0) return [];
    const paid = new Set(
      charges.flatMap((charge) =>
        charge.items.filter(({ totalPrice }) => totalPrice > 0).map((item) => saleOf(charge, item, holds)),
      ),
    );
    return holds
      .filter((hold) => hold.state === 'confirmed' && hold.total > 0 && !paid.has(hold))
      .map(({ cartId, cartItemId, orderId, sku }) => ({
        says: `Order ${String(orderId)} has bought ${cartItemId} (${sku}), and nothing was paid for it.`,
        calls: linesOf(calls, 'cart.confirm')
          .filter((line) => line.cartId === cartId && line.cartItemId === cartItemId)
          .map(({ call }) => call),
      }));
  },
};
