import { linesRefused } from '../lines.ts';
import { isAsked, type Rule } from '../rule.ts';

/** What is sold is cancelled, not released. */
export const cancelMissing: Rule = {
  id: 'cancel-missing',
  title: 'What is bought is cancelled, not released',
  kind: 'fault',
  fix: 'Call confirmation/cancel with its itemReservationId: release ends a hold alone, and the provider goes on.',
  isSeen: (evidence) => isAsked(evidence, 'cart.release'),
  find: ({ calls, holds }) =>
    linesRefused(calls, 'cart.release', 'already-confirmed')
      .filter(({ sentReservationId }) =>
        holds.some((hold) => hold.itemReservationId === sentReservationId && hold.state === 'confirmed'),
      )
      .map(({ call, cartItemId }) => ({
        says: `cart.release names ${cartItemId}, which is bought and stays so: no confirmation.cancel has followed.`,
        calls: [call],
      })),
};
