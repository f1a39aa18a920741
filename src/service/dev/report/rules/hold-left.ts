import type { Evidence, HoldFact } from '../evidence.ts';
import { linesOf } from '../lines.ts';
import { isAsked, type Rule } from '../rule.ts';

/** What an order does not buy of what its cart holds is released. */
export const holdLeft: Rule = {
  id: 'hold-left',
  title: 'An order leaves no hold behind',
  kind: 'fault',
  fix: 'Confirm every item that the shopper has paid, and release what was taken out of the cart: nobody else can buy it meanwhile.',
  isSeen: (evidence) => isAsked(evidence, 'cart.reserve') && evidence.orders.length > 0,
  find(evidence) {
    const ordered = new Set(evidence.orders.map(({ cartId }) => cartId));
    const tried = new Set(linesOf(evidence.calls, 'cart.confirm').map(({ cartItemId }) => cartItemId));
    return leftHolds(evidence)
      .filter(({ cartId, cartItemId }) => ordered.has(cartId) && !tried.has(cartItemId))
      .map((hold) => ({
        says: `Cart ${hold.cartId} has ordered, and its hold on ${hold.cartItemId} (${hold.sku}) was neither confirmed nor released.`,
        calls: callsThatMade(evidence, hold),
      }));
  },
};

/** The holds that the partner was told of, and that have come to neither a sale nor a release. */
export function leftHolds({ calls, holds }: Evidence): HoldFact[] {
  const told = new Set(
    linesOf(calls, 'cart.reserve')
      .filter(({ call }) => !call.isLost)
      .map(({ answer }) => answer?.itemReservationId),
  );
  const isLeft = ({ state }: HoldFact) => state === 'held' || state === 'expired';
  return holds.filter((hold) => isLeft(hold) && !hold.isTakenOver && told.has(hold.itemReservationId));
}

/** The calls that were answered with the hold. */
export function callsThatMade({ calls }: Evidence, { itemReservationId }: HoldFact): Evidence['calls'] {
  return linesOf(calls, 'cart.reserve')
    .filter(({ answer }) => answer?.itemReservationId === itemReservationId)
    .map(({ call }) => call);
}
