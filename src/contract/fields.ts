import Type from 'typebox';
import { LIMITS } from './limits.ts';

/** An id that the partner, the page or the service has made; never empty. */
export function id(description: string) {
  return Type.String({ minLength: 1, maxLength: LIMITS.idLength, description });
}

/** The cart, as the partner names it. */
export const CartId = id('The partner’s id of this cart.');
/** One impression of an offer. */
export const CartItemId = id('The id of one impression of an offer, from the placement’s cart item.');
/** A hold. */
export const ReservationId = id('The id of a hold, from reserve: `rokt_item_reservation_id.<guid>`.');
/** The order, as the partner names it. */
export const OrderId = id('The partner’s id of the order.');

/** What a session may be made of: characters that a header can carry. */
export const SESSION_PATTERN = '^[!-~]+$';

/** What pairs the calls of one shopper. */
export const SessionId = Type.String({
  minLength: 1,
  maxLength: LIMITS.idLength,
  pattern: SESSION_PATTERN,
  description: 'Pairs the calls of one shopper. In characters that a header can carry, from ! to ~.',
});

/** How many, as a request says it. */
export const Quantity = Type.Union(
  [Type.Integer({ minimum: 1, maximum: LIMITS.quantity }), Type.String({ pattern: '^[1-9][0-9]{0,2}$' })],
  { title: 'Quantity', description: 'How many: a whole number of at least 1, or the text of one up to 999.' },
);

/** How many of something, as an answer says it. */
export function count(description: string) {
  return Type.Integer({ minimum: 0, maximum: LIMITS.wholeNumber, description });
}

/** How many of an item, as an answer says it. */
export const Count = count('How many.');

/** An amount of money; its description begins with `what` it is of, and goes on with unit and digits. */
export function price(what: string) {
  const unit = 'as a decimal in the currency’s major unit, with no more digits than it has';
  return Type.Number({ minimum: 0, description: `${what}, ${unit}: 19.99 in USD, 500 in JPY.` });
}

/** The price of one. */
export const UnitPrice = price('What one costs');
/** The price of as many as there are. */
export const TotalPrice = price('What all of them cost together');

/** A currency of ISO 4217, in any case. */
export const Currency = Type.String({
  pattern: '^[A-Za-z]{3}$',
  description: 'An ISO 4217 code such as "USD".',
});

/** A point in time, as ISO 8601 with its offset. */
export const Instant = Type.String({
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-[0-3]\\dT([01]\\d|2[0-3])(:[0-5]\\d){1,2}(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
  description: 'A time such as "2026-12-05T18:00:00+01:00".',
});

/** A point in time, as ISO 8601 in UTC. */
export function utc(description: string) {
  return Type.String({ format: 'date-time', description });
}

/** What is known of the page and the shopper. */
export const Attributes = Type.Unsafe<Record<string, string>>({
  type: 'object',
  title: 'Attributes',
  description: 'What the partner knows of the page and the shopper, by name; offers are chosen by it.',
  maxProperties: LIMITS.attributes,
  propertyNames: { maxLength: LIMITS.attributeNameLength },
  additionalProperties: { type: 'string', maxLength: LIMITS.attributeValueLength },
});

/** What an answer is: nothing in it that is not described. */
export const CLOSED = { additionalProperties: false } as const;
