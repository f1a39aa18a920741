import { codesOf, linesRefused } from '../lines.ts';
import { isAsked, type Rule } from '../rule.ts';

/** An itemReservationId is one that reserve has answered for the same cart and item. */
export const unknownReservation: Rule = {
  id: 'unknown-reservation',
  title: 'The itemReservationId is the one that reserve answered',
  kind: 'fault',
  fix: 'Keep itemReservationId beside cartId and cartItemId as cart/reserve answers it, and send the three together.',
  isSeen: (evidence) => isAsked(evidence, 'cart.confirm', 'cart.release', 'confirmation.cancel'),
  find: ({ calls }) => [
    ...(['cart.confirm', 'cart.release'] as const)
      .flatMap((operation) => linesRefused(calls, operation, 'unknown-reservation'))
      .map(({ call, cartItemId }) => ({
        says: `${call.operation} of ${cartItemId} names a reservation that this cart does not have for it.`,
        calls: [call],
      })),
    ...calls
      .filter((call) => call.operation === 'confirmation.cancel')
      .filter((call) => codesOf(call).some((code) => /^(unknown-reservation|not-confirmed)$/.test(code)))
      .map((call) => ({
        says: 'confirmation.cancel names a reservation that was never confirmed.',
        calls: [call],
      })),
  ],
};
