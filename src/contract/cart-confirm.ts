import Type from 'typebox';
import {
  Attributes,
  CartId,
  CartItemId,
  CLOSED,
  Currency,
  id,
  OrderId,
  Quantity,
  ReservationId,
  TotalPrice,
  UnitPrice,
} from './fields.ts';
import { ConfirmError } from './item-errors.ts';
import { answeredItems, refusedItem, Succeeded } from './item-answers.ts';
import { LIMITS } from './limits.ts';

const prices = {
  unitPrice: Type.Optional(UnitPrice),
  totalPrice: Type.Optional(TotalPrice),
  currency: Type.Optional(Currency),
};

const ConfirmHeldItem = Type.Object(
  { cartItemId: CartItemId, itemReservationId: ReservationId, quantity: Type.Optional(Quantity), ...prices },
  { title: 'ConfirmHeldItem', description: 'An item that is held. What is said of it must equal the hold.' },
);

const ConfirmUnheldItem = Type.Object(
  {
    cartItemId: CartItemId,
    itemReservationId: Type.Optional(Type.Never()),
    quantity: Quantity,
    ...prices,
  },
  { title: 'ConfirmUnheldItem', description: 'An item to take by quantity, without a hold.' },
);

/** The body of `cart/confirm`. */
export const ConfirmRequest = Type.Object(
  {
    cartId: CartId,
    orderId: OrderId,
    items: Type.Array(
      Type.Union([ConfirmHeldItem, ConfirmUnheldItem], {
        description: 'A cartItemId with an itemReservationId, or with a quantity.',
      }),
      { maxItems: LIMITS.items, description: 'What was paid; empty where the order has no upsell.' },
    ),
    attributes: Type.Optional(Attributes),
  },
  {
    title: 'ConfirmRequest',
    description: 'Told after the payment of every order, also of one without items.',
  },
);

/** An item of its answer that is bought. */
export const ConfirmedItem = Type.Object(
  {
    cartItemId: CartItemId,
    itemReservationId: ReservationId,
    itemConfirmationId: id('The id of what was bought.'),
    itemConfirmationUrl: Type.String({ description: 'Where the shopper finds it.' }),
    success: Succeeded,
  },
  { ...CLOSED, title: 'ConfirmedItem', description: 'An item that is bought; its provider is told.' },
);

/** An item of its answer that is not bought. */
export const UnconfirmedItem = refusedItem(
  'UnconfirmedItem',
  'An item that is not bought, and why.',
  ConfirmError,
);

/** What `cart/confirm` answers. */
export const ConfirmAnswer = Type.Object(
  {
    cartId: CartId,
    orderId: OrderId,
    items: answeredItems(ConfirmedItem, UnconfirmedItem),
  },
  { ...CLOSED, title: 'ConfirmAnswer', description: 'Item by item, in the order of the request.' },
);

/** The schemas that have a name of their own in TypeScript and OpenAPI. */
export const confirmSchemas = {
  ConfirmHeldItem,
  ConfirmUnheldItem,
  ConfirmRequest,
  ConfirmedItem,
  UnconfirmedItem,
  ConfirmAnswer,
};
