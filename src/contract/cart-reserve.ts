import Type from 'typebox';
import {
  Attributes,
  CartId,
  CartItemId,
  CLOSED,
  Count,
  Currency,
  id,
  Quantity,
  ReservationId,
  TotalPrice,
  UnitPrice,
  utc,
} from './fields.ts';
import { ReserveError } from './item-errors.ts';
import { answeredItems, refusedItem, Succeeded } from './item-answers.ts';
import { LIMITS } from './limits.ts';

const ReserveItem = Type.Object(
  { cartItemId: CartItemId, quantity: Quantity },
  { title: 'ReserveItem', description: 'One item to hold.' },
);

/** The body of `cart/reserve`. */
export const ReserveRequest = Type.Object(
  {
    cartId: CartId,
    items: Type.Array(ReserveItem, {
      maxItems: LIMITS.items,
      description: 'What to hold; each cart item once.',
    }),
    isPayPalPayment: Type.Optional(Type.Boolean({ description: 'Whether the shopper pays with PayPal.' })),
    merchantId: Type.Optional(id('The PayPal merchant’s id.')),
    attributes: Type.Optional(Attributes),
  },
  { title: 'ReserveRequest', description: 'Holds stock and locks prices until the payment is done.' },
);

/** An item of its answer that is held. */
export const ReservedItem = Type.Object(
  {
    cartItemId: CartItemId,
    itemReservationId: ReservationId,
    quantity: Count,
    unitPrice: UnitPrice,
    totalPrice: TotalPrice,
    currency: Currency,
    expirationDateTimeUtc: utc('When the hold ends by itself.'),
    success: Succeeded,
  },
  {
    ...CLOSED,
    title: 'ReservedItem',
    description: 'An item that is held at this price: charge what it says.',
  },
);

/** An item of its answer that is not held. */
export const UnreservedItem = refusedItem(
  'UnreservedItem',
  'An item that is not held, and why.',
  ReserveError,
);

/** What `cart/reserve` answers. */
export const ReserveAnswer = Type.Object(
  { cartId: CartId, items: answeredItems(ReservedItem, UnreservedItem) },
  { ...CLOSED, title: 'ReserveAnswer', description: 'Item by item, in the order of the request.' },
);

/** The schemas that have a name of their own in TypeScript and OpenAPI. */
export const reserveSchemas = { ReserveItem, ReserveRequest, ReservedItem, UnreservedItem, ReserveAnswer };
