import type { Evidence } from '../evidence.ts';
import { cartOf, itemsOf, linesOf } from '../lines.ts';
import { type Found, isAsked, type Rule } from '../rule.ts';

/** A confirm comes for every order, also for one without items. */
export const confirmMissing: Rule = {
  id: 'confirm-missing',
  title: 'Every paid order is confirmed, also one without items',
  kind: 'fault',
  fix:
    'Call cart/confirm after the payment of every order, with items: [] where nothing was added. A suite that means a shopper who ' +
    'leaves should also buy an order without items, so that this can be seen.',
  isSeen: (evidence) => isAsked(evidence, 'cart.confirm', 'cart.reserve') || evidence.charges.length > 0,
  find(evidence) {
    const unconfirmed = evidence.charges
      .filter(({ cartId, orderId }) => !isOrdered(evidence, cartId, orderId))
      .map(({ cartId, orderId }) => ({
        says: `Order ${orderId} of cart ${cartId} is paid, and cart.confirm has never told of it.`,
        calls: [],
      }));
    return unconfirmed.length > 0 ? unconfirmed : suspected(evidence);
  },
};

function isOrdered({ orders }: Evidence, cartId: string, orderId: string): boolean {
  return orders.some((order) => order.cartId === cartId && order.orderId === orderId);
}

/** Where carts end with nothing held and no order, and no order without items was ever told: they look like such orders. */
function suspected({ calls, holds, orders, charges }: Evidence): Found[] {
  const isTold = calls.some((call) => call.operation === 'cart.confirm' && itemsOf(call).length === 0);
  if (isTold || charges.length > 0) return [];
  const isCheckout = calls.some(({ operation }) => /^cart\.(reserve|confirm)$/.test(operation));
  if (!isCheckout) return [];
  const confirmed = new Set([
    ...orders.map(({ cartId }) => cartId),
    ...linesOf(calls, 'cart.confirm').map(({ cartId }) => cartId),
  ]);
  const holding = new Set(holds.filter(({ state }) => state !== 'released').map(({ cartId }) => cartId));
  const ended = new Map(
    calls
      .filter(({ operation }) => operation === 'placements.any')
      .map((call) => [cartOf(call) ?? '', call] as const)
      .filter(([cartId]) => !confirmed.has(cartId) && !holding.has(cartId)),
  );
  return Array.from(ended, ([cartId, call]) => ({
    says: `Cart ${cartId} took nothing and no cart.confirm followed, nor has any order without items been told.`,
    calls: [call],
  }));
}
