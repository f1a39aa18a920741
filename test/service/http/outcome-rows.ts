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
  'reserve, in place of another hold': {
    'the cart’s hold on the same product, under an id that the request does not name':
      'taken over under the new id: the difference of stock moves, at the price and for the time of now',
    'that hold again, from the page before': 'taken over back, under the id of that page',
    'several such holds': 'all of them are taken over',
    'such a hold, too little stock': 'out-of-stock, and the old hold stays under its old id',
    'such a hold, over the maximum of the cart':
      'quantity-out-of-bounds with what is left, and the old hold stays under its old id',
    'a hold that the request names': 'both are held',
    'a hold for another linked product': 'both are held',
    'a hold that is over': 'a new hold, and the old one expires',
    'another cart’s hold under the same cart item': 'taken over into this cart, for the other it is released',
    'another cart’s hold under the same cart item, too little stock':
      'out-of-stock, and the other cart’s hold stays',
    'confirmed in another cart': 'already-confirmed without its order',
    'over the maximum of the cart, all linked products together': 'quantity-out-of-bounds with what is left',
    'over the maximum of the cart, with what it has bought': 'quantity-out-of-bounds with what is left',
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
  'confirm by reservation, taken over': {
    'the successor lives at the same quantity and price': 'confirmed as the successor, the same answer again',
    'the successor’s successor lives so': 'confirmed as that one',
    'the successor has another quantity': 'reservation-released with the successor',
    'the successor has another price': 'reservation-released with the successor',
    'the successor is over': 'reservation-released with the successor',
    'the successor, claimed at another price': 'price-mismatch with its terms, and it lives on',
    'the order names the successor too': 'reservation-released with the successor, which is confirmed',
    'the order names the successor by quantity':
      'reservation-released with the successor, which is confirmed',
    'the order has confirmed the successor': 'reservation-released with the successor',
    'two that one successor has taken over': 'the first is confirmed as it, the other released',
    'confirmed as the successor, with another order': 'already-confirmed with the order',
    'confirmed as the successor and cancelled': 'already-cancelled',
    'changed under its own id': 'reservation-released without a successor',
    'by another cart': 'reservation-released without a successor',
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
    'confirmed before, in another cart': 'already-confirmed without its order',
    'cancelled under this order': 'already-cancelled',
    'another cart has a live hold': 'that hold is used, for the other cart it is released',
    'another cart has a live hold of another quantity': 'quantity-mismatch with its terms, and it stays',
    'quantity outside minimum and maximum': 'quantity-out-of-bounds with what is left',
    'over the maximum of the cart': 'quantity-out-of-bounds with what is left',
    'too little stock': 'out-of-stock',
    'no items': 'the order is recorded and the items are []',
  },
  'confirm by quantity, taken over': {
    'the successor lives': 'confirmed as the successor, stock is taken once, the same answer again',
    'the successor lives, all stock and the maximum are its': 'confirmed as the successor',
    'the successor has another quantity': 'taken back: that hold is released, and stock is taken once',
    'the successor has another quantity, too little stock': 'out-of-stock, and the successor lives on',
    'the successor has another price': 'taken back, at the price of the last hold',
    'the successor, claimed at another price': 'price-mismatch with its terms, and it lives on',
    'confirmed as the successor, other terms': 'quantity-mismatch and price-mismatch',
    'confirmed as the successor and cancelled': 'already-cancelled',
    'the order names the successor too': 'reservation-released with the successor, which is confirmed',
    'the order has confirmed the successor': 'reservation-released with the successor',
    'the successor is over': 'stock is taken at the price of the last hold',
  },
  release: {
    'live hold': 'success, and the stock is back',
    'released already': 'success, and nothing changes',
    'expired already': 'success, and nothing changes',
    confirmed: 'already-confirmed',
    'taken over': 'success, and the successor lives on',
    'confirmed as its successor': 'already-confirmed',
  },
  cancel: {
    confirmed: 'stock back, provider told, 200',
    'cancelled already': 'the same 200, and the provider is told once',
    'confirmed as its successor': 'stock back, provider told, 200, under either id',
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
