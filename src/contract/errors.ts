import Type, { type Static, type TSchema } from 'typebox';
import {
  CartItemId,
  CLOSED,
  Count,
  count,
  Currency,
  OrderId,
  ReservationId,
  TotalPrice,
  UnitPrice,
  utc,
} from './fields.ts';

/** What there is to know of one error code. */
interface ErrorRow {
  /** The HTTP status of a request that is refused with it as a whole. */
  readonly status?: number;
  /** True when one item of an answer can be refused with it. */
  readonly ofItem?: boolean;
  readonly message: string;
  /** The schema of `value`. */
  readonly value: TSchema;
}

const Nothing = Type.Unsafe<Record<string, never>>({ type: 'object', ...CLOSED });
const ofItem = true;

/** The terms of a hold, for whoever was about to charge others. */
export const HeldTerms = Type.Object(
  { quantity: Count, unitPrice: UnitPrice, totalPrice: TotalPrice, currency: Currency },
  { ...CLOSED, title: 'HeldTerms', description: 'What the hold, or the offer, says: charge this.' },
);

/** The hold that has taken over another one of the same cart, for whoever names that one. */
export const HoldSuccessor = Type.Object(
  { itemReservationId: ReservationId, cartItemId: CartItemId, quantity: Count, unitPrice: UnitPrice },
  {
    ...CLOSED,
    title: 'HoldSuccessor',
    description: 'The hold of the same cart that has taken the released one over: name this.',
  },
);

/** Every error code, once. Rokt publishes none: they are this project's. */
export const ERRORS = {
  'invalid-request': {
    status: 400,
    message: 'the request is not what this call takes',
    value: Type.Object(
      { path: Type.Optional(Type.String({ description: 'Where, as a JSON pointer.' })) },
      CLOSED,
    ),
  },
  'duplicate-cart-item': {
    status: 400,
    message: 'each cartItemId may appear once in a request',
    value: Type.Object({ cartItemId: CartItemId }, CLOSED),
  },
  unauthorized: { status: 401, message: 'the API key is missing or wrong', value: Nothing },
  'tag-not-of-account': { status: 403, message: 'the tag is not one of this account', value: Nothing },
  'origin-not-allowed': { status: 403, message: 'no account of this id allows this origin', value: Nothing },
  'host-not-allowed': {
    status: 403,
    message: 'a service for development answers to the names of its own machine',
    value: Nothing,
  },
  'not-found': { status: 404, message: 'there is no such resource', value: Nothing },
  'method-not-allowed': { status: 405, message: 'the method is not one of those in Allow', value: Nothing },
  'request-timeout': { status: 408, message: 'the request took too long to arrive', value: Nothing },
  'request-in-progress': {
    status: 409,
    message: 'a request with this idempotency key is still being answered',
    value: Nothing,
  },
  'payload-too-large': {
    status: 413,
    message: 'the body is too large',
    value: Type.Object({ limit: count('The most, in bytes.') }, CLOSED),
  },
  'unsupported-media-type': { status: 415, message: 'the body must be application/json', value: Nothing },
  'idempotency-key-reused': {
    status: 422,
    message: 'this idempotency key was used for another body',
    value: Nothing,
  },
  'not-confirmed': { status: 422, message: 'the item is not confirmed', value: Nothing },
  'rate-limited': { status: 429, message: 'too many requests; Retry-After says when', value: Nothing },
  'headers-too-large': { status: 431, message: 'the headers are too large', value: Nothing },
  internal: { status: 500, message: 'the service failed', value: Nothing },
  unavailable: { status: 503, message: 'the service is not ready', value: Nothing },
  timeout: { status: 504, message: 'the service took too long', value: Nothing },
  'unknown-reservation': {
    status: 422,
    ofItem,
    message: 'there is no such reservation in this cart',
    value: Nothing,
  },
  'unknown-cart-item': {
    ofItem,
    message: 'there is no such cart item, or its offer is over',
    value: Nothing,
  },
  'quantity-out-of-bounds': {
    ofItem,
    message: 'the offer does not allow this quantity',
    value: Type.Object(
      {
        minimum: count('The fewest that can be had.'),
        maximum: count('The most that can be had.'),
        left: Type.Optional(
          Type.Integer({
            minimum: 0,
            description:
              'How many of the product this cart may have in this item; absent where a cart has no limit.',
          }),
        ),
      },
      CLOSED,
    ),
  },
  'too-many-holds': {
    ofItem,
    message: 'too many holds on this product are live; each ends by itself',
    value: Type.Object({ maximum: count('The most that may be live.') }, CLOSED),
  },
  'out-of-stock': { ofItem, message: 'there is too little in stock', value: Nothing },
  'price-mismatch': { ofItem, message: 'the price is not the one that was held', value: HeldTerms },
  'quantity-mismatch': { ofItem, message: 'the quantity is not the one that was held', value: HeldTerms },
  'reservation-expired': {
    ofItem,
    message: 'the hold is over',
    value: Type.Object({ expirationDateTimeUtc: utc('When it ended.') }, CLOSED),
  },
  'reservation-released': {
    ofItem,
    message: 'the hold was released',
    value: Type.Union([HoldSuccessor, Nothing]),
  },
  'already-confirmed': {
    ofItem,
    message: 'the item is confirmed',
    value: Type.Object(
      { orderId: Type.Optional(OrderId) },
      { ...CLOSED, description: 'The order, where it is one of the same cart.' },
    ),
  },
  /** Never sent by the service: what the client says when another server gives no reason. */
  refused: { ofItem, message: 'the item was refused without a reason', value: Nothing },
  'already-cancelled': { ofItem, message: 'the confirmation was cancelled', value: Nothing },
} as const satisfies Record<string, ErrorRow>;

/** A code that the service or the client may give. */
export type ErrorCode = keyof typeof ERRORS;
/** The codes that refuse a request as a whole. */
export type RequestErrorCode = {
  [Code in ErrorCode]: (typeof ERRORS)[Code] extends { status: number } ? Code : never;
}[ErrorCode];
/** The codes that refuse one item of an answer. */
export type ItemErrorCode = {
  [Code in ErrorCode]: (typeof ERRORS)[Code] extends { ofItem: true } ? Code : never;
}[ErrorCode];
/** What `value` holds, by code. */
export type ErrorValues = { [Code in ErrorCode]: Static<(typeof ERRORS)[Code]['value']> };
