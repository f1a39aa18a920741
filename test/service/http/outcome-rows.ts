import type { Shop } from './shop.ts';

/**
 * The outcome table: by call, what is the case and what is answered. Every row is a test of its name; one without a
 * test fails the run.
 */
export const OUTCOMES = {
  reserve: {
    'live hold, same quantity': 'that hold again: same id, price and expiry',
    'live hold, other quantity': 'the old hold is released and a new one made',
    'live hold, other quantity, too little stock': 'out-of-stock, and the old hold stays',
    'hold expired': 'a new hold',
    'hold released': 'a new hold',
    'hold cancelled': 'a new hold',
    confirmed: 'already-confirmed with its orderId',
    'unknown cart item': 'unknown-cart-item',
    'cart item of another account': 'unknown-cart-item',
    'quantity outside minimum and maximum': 'quantity-out-of-bounds with both',
    'too little stock': 'out-of-stock',
    'ten thousand live holds on the product': 'too-many-holds, until one of them ends',
  },
  'confirm by reservation': {
    'live hold, nothing said of price and quantity': 'confirmed at the price of the hold',
    'live hold, price and quantity equal in minor units': 'confirmed at the price of the hold',
    'live hold, another price': 'price-mismatch with the terms of the hold, which lives on',
    'live hold, another quantity': 'quantity-mismatch with the terms of the hold, which lives on',
    'hold expired': 'reservation-expired, and nothing is taken',
    'hold released': 'reservation-released, and nothing is taken',
    'confirmed with the same cart and order': 'the same answer again',
    'confirmed with another order': 'already-confirmed with that orderId',
    'confirmed and cancelled': 'already-cancelled',
    'unknown reservation': 'unknown-reservation',
    'reservation of another account': 'unknown-reservation',
    'reservation of another cart': 'unknown-reservation',
    'reservation of another item': 'unknown-reservation',
  },
  'confirm by quantity': {
    'a live hold exists': 'that hold is used, and stock is taken once',
    'no hold any more': 'stock is taken at the price of the last hold',
    'never held': 'stock is taken at the price of the selection',
    'another price': 'price-mismatch',
    'confirmed before, same terms': 'the same answer again, and stock is taken once',
    'confirmed before, other quantity': 'quantity-mismatch',
    'confirmed before, other price': 'price-mismatch',
    'confirmed before, other order': 'already-confirmed',
    'too little stock': 'out-of-stock',
    'no items': 'the order is recorded and the items are []',
  },
  release: {
    'live hold': 'success, and the stock is back',
    'released already': 'success, and nothing changes',
    'expired already': 'success, and nothing changes',
    confirmed: 'already-confirmed',
  },
  cancel: {
    confirmed: 'stock back, provider told, 200',
    'cancelled already': 'the same 200, and the provider is told once',
    'held only': '422 not-confirmed',
    'unknown reservation': '422 unknown-reservation',
  },
  'refused whole': {
    'body is not what the call takes': '400 invalid-request with its path',
    'one cart item twice': '400 duplicate-cart-item',
    'key missing': '401 without a body',
    'key wrong': '401 without a body',
    'tag of another account': '403 tag-not-of-account',
    'idempotency key used for another body': '422 idempotency-key-reused',
    'too many requests': '429 rate-limited with Retry-After',
  },
} as const;

export type OutcomeCall = keyof typeof OUTCOMES;

/** The tests of one call's rows: none may be missing, none may be of no row. */
export type OutcomeTests<Call extends OutcomeCall> = Readonly<
  Record<keyof (typeof OUTCOMES)[Call], (shop: Shop) => Promise<void>>
>;
