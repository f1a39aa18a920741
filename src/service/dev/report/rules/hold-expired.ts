import { isAsked, type Rule } from '../rule.ts';
import { callsThatMade, leftHolds } from './hold-left.ts';

/** A hold of a cart that has not ordered is released, or ends by itself. */
export const holdExpired: Rule = {
  id: 'hold-expired',
  title: 'No hold is left to end by itself',
  kind: 'note',
  fix: 'If it was paid: confirm it, it is lost otherwise. If the shopper has left: release it, so that others can buy it at once.',
  isSeen: (evidence) => isAsked(evidence, 'cart.reserve'),
  find(evidence) {
    const ordered = new Set(evidence.orders.map(({ cartId }) => cartId));
    return leftHolds(evidence)
      .filter(({ cartId }) => !ordered.has(cartId))
      .map((hold) => ({
        says: `Cart ${hold.cartId} has reserved ${hold.cartItemId} (${hold.sku}), and neither a confirm nor a release has followed.`,
        calls: callsThatMade(evidence, hold),
      }));
  },
};
