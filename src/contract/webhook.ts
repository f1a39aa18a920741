import Type from 'typebox';
import {
  CartId,
  CartItemId,
  CLOSED,
  Count,
  Currency,
  id,
  OrderId,
  ReservationId,
  TotalPrice,
  UnitPrice,
  utc,
} from './fields.ts';

const WebhookItem = Type.Object(
  {
    accountId: id('The account that sold it.'),
    cartId: CartId,
    orderId: OrderId,
    cartItemId: CartItemId,
    itemReservationId: ReservationId,
    itemConfirmationId: id('The id of what was bought: one for each item.'),
    catalogItemId: id('The product.'),
    linkedProductId: Type.Optional(id('The product of the page that this one belongs to.')),
    providerData: Type.Optional(Type.String({ description: 'From the catalogue, as it was.' })),
    quantity: Count,
    unitPrice: UnitPrice,
    totalPrice: TotalPrice,
    currency: Currency,
  },
  { ...CLOSED, title: 'WebhookItem', description: 'What was bought, at the price that was paid.' },
);

const ItemConfirmed = Type.Object(
  { type: Type.Literal('item.confirmed'), timestamp: utc('When it was confirmed.'), data: WebhookItem },
  { ...CLOSED, title: 'ItemConfirmed', description: 'An item was bought: fulfil it.' },
);

const ItemCancelled = Type.Object(
  { type: Type.Literal('item.cancelled'), timestamp: utc('When it was cancelled.'), data: WebhookItem },
  { ...CLOSED, title: 'ItemCancelled', description: 'A confirmed item was cancelled: undo it.' },
);

/** The body of a delivery to a provider. */
export const WebhookBody = Type.Union([ItemConfirmed, ItemCancelled], {
  title: 'WebhookBody',
  description: 'What a product’s provider is sent.',
});

/** The schemas that have a name of their own in TypeScript and OpenAPI. */
export const webhookSchemas = { WebhookItem, ItemConfirmed, ItemCancelled, WebhookBody };
