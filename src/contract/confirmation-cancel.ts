import Type from 'typebox';
import { CLOSED, ReservationId } from './fields.ts';
import { Succeeded } from './item-answers.ts';

/** The body of `confirmation/cancel`. */
export const CancelRequest = Type.Object(
  { itemReservationId: ReservationId },
  { title: 'CancelRequest', description: 'Undoes the confirmation of one item.' },
);

/** Rokt documents no body for this answer: it is this project's. */
export const CancelAnswer = Type.Object(
  { itemReservationId: ReservationId, success: Succeeded },
  { ...CLOSED, title: 'CancelAnswer', description: 'The item is cancelled, and its provider is told.' },
);
