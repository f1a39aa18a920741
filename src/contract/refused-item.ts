import Type, { type TSchema } from 'typebox';
import { CartItemId, CLOSED, Count, ReservationId } from './fields.ts';

/** An item of an answer that was refused with one of the errors that `error` allows. */
export function refusedItem<Error extends TSchema>(title: string, description: string, error: Error) {
  return Type.Object(
    {
      cartItemId: CartItemId,
      itemReservationId: Type.Optional(ReservationId),
      quantity: Type.Optional(Count),
      success: Type.Literal(false),
      error,
    },
    { ...CLOSED, title, description },
  );
}
