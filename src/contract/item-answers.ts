import Type, { type TSchema } from 'typebox';
import { CartItemId, CLOSED, Count, ReservationId } from './fields.ts';

/** Says of an answered item that it went through. */
export const Succeeded = Type.Literal(true, { description: 'The item went through.' });

/** An item of an answer that was refused with one of the errors that `error` allows. */
export function refusedItem<Error extends TSchema>(title: string, description: string, error: Error) {
  return Type.Object(
    {
      cartItemId: CartItemId,
      itemReservationId: Type.Optional(ReservationId),
      quantity: Type.Optional(Count),
      success: Type.Literal(false, { description: 'The item was refused.' }),
      error,
    },
    { ...CLOSED, title, description },
  );
}

/** The items of an answer, each either of these. */
export function answeredItems<Item extends TSchema, Refused extends TSchema>(item: Item, refused: Refused) {
  return Type.Array(Type.Union([item, refused]), {
    description: 'One for each item of the request, in its order.',
  });
}
