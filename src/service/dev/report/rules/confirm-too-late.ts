import { linesRefused } from '../lines.ts';
import { isAsked, type Rule } from '../rule.ts';

/** A confirm comes before its hold ends. */
export const confirmTooLate: Rule = {
  id: 'confirm-too-late',
  title: 'Holds are confirmed before they end',
  kind: 'note',
  fix: 'Give the payment no more time than the hold has (timeLeft), reserve again when it is over, and give back what was paid for a refused item.',
  isSeen: (evidence) => isAsked(evidence, 'cart.confirm'),
  find: ({ calls }) =>
    linesRefused(calls, 'cart.confirm', 'reservation-expired').map(({ call, cartItemId }) => ({
      says: `cart.confirm of ${cartItemId} came after its hold had ended, and bought nothing.`,
      calls: [call],
    })),
};
