import { linesRefused } from '../lines.ts';
import { isAsked, type Rule } from '../rule.ts';

/** A cartItemId is that of the impression that the shopper saw last. */
export const staleCartItem: Rule = {
  id: 'stale-cart-item',
  title: 'The cartItemId is that of the newest impression',
  kind: 'fault',
  fix: 'Take cartItemId from the latest cart-item-updated, or from the form field of <rokt-upsell name>; never keep one with the product.',
  isSeen: (evidence) => isAsked(evidence, 'cart.reserve', 'cart.confirm'),
  find: ({ calls }) => [
    ...[
      ...linesRefused(calls, 'cart.reserve', 'unknown-cart-item'),
      ...linesRefused(calls, 'cart.confirm', 'unknown-cart-item'),
    ].map(({ call, cartItemId }) => ({
      says: `${call.operation} names the cartItemId ${cartItemId}, which was never shown or is too old.`,
      calls: [call],
    })),
    ...linesRefused(calls, 'cart.confirm', 'reservation-released').map(({ call, cartItemId }) => ({
      says: `cart.confirm names the hold of ${cartItemId}, which was released, or taken over by a newer impression.`,
      calls: [call],
    })),
  ],
};
