import { type Break, copied, named, of, row } from './break.ts';

const STATE = 'the state of a hold fits what else is known of it';
const TERMS = 'a hold has a quantity, a price and a time';
const OVER = 'confirmed and expired exclude each other';
const CONSERVED = 'available + held + confirmed = supplied';
const parking = () => /account shop, parking\b/;

/** How stock, holds and orders can be wrong. */
export const rowBreaks: Readonly<Record<string, Break>> = {
  'stock below 0': row('available is never below 0', parking, () => `UPDATE stock SET available = -1`),
  'a unit that has got lost': row(CONSERVED, parking, () => `UPDATE stock SET available = available - 1`),
  'a unit that was sold twice': row(CONSERVED, parking, () => `UPDATE stock SET available = available + 1`),
  'a hold of another quantity': row(
    CONSERVED,
    parking,
    (ids) => `UPDATE hold SET quantity = 3 ${of(ids.held)}`,
  ),
  'a hold that is gone': row(CONSERVED, parking, (ids) => `DELETE FROM hold ${of(ids.held)}`),
  'supplied without available': row(CONSERVED, parking, () => `UPDATE stock SET available = NULL`),
  'a hold of no stock': row('what is held or sold has a stock', named('held'), () => `DELETE FROM stock`),
  'a state that is none': row(
    STATE,
    named('held'),
    (ids) => `UPDATE hold SET state = 'lost' ${of(ids.held)}`,
  ),
  'a hold that has ended': row(STATE, named('held'), (ids) => `UPDATE hold SET ended_at = 1 ${of(ids.held)}`),
  'a sale without an order': row(
    STATE,
    named('sold'),
    (ids) => `UPDATE hold SET order_id = NULL ${of(ids.sold)}`,
  ),
  'a sale without a confirmation': row(
    STATE,
    named('sold'),
    (ids) => `UPDATE hold SET confirmation_id = NULL ${of(ids.sold)}`,
  ),
  'a released hold with an order': row(
    STATE,
    named('released'),
    (ids) => `UPDATE hold SET order_id = 'o', confirmation_id = 'c' ${of(ids.released)}`,
  ),
  'a hold of nothing': row(TERMS, named('held'), (ids) => `UPDATE hold SET quantity = 0 ${of(ids.held)}`),
  'a price below 0': row(TERMS, named('held'), (ids) => `UPDATE hold SET unit_price = -1 ${of(ids.held)}`),
  'a hold that ends before it begins': row(
    TERMS,
    named('held'),
    (ids) => `UPDATE hold SET expires_at = created_at - 1 ${of(ids.held)}`,
  ),
  'a sale at the end of its hold': row(
    OVER,
    named('sold'),
    (ids) => `UPDATE hold SET ended_at = expires_at ${of(ids.sold)}`,
  ),
  'a sale after the end of its hold': row(
    OVER,
    named('unheld'),
    (ids) => `UPDATE hold SET ended_at = expires_at + 1 ${of(ids.unheld)}`,
  ),
  'a hold that expired before its time': row(
    OVER,
    named('released'),
    (ids) => `UPDATE hold SET state = 'expired', ended_at = expires_at - 1 ${of(ids.released)}`,
  ),
  'an item that was sold twice': {
    rule: 'an item is held or sold once',
    names: named('sold'),
    sql: ({ sold }) => copied('hold', of(sold), `reservation_id = 'twin'`),
  },
  'an item that two carts hold': {
    rule: 'an item is held or sold once',
    names: named('held'),
    sql: ({ held }) => [
      ...copied('hold', of(held), `reservation_id = 'twin'`),
      `UPDATE hold SET cart_id = 'another' WHERE reservation_id = 'twin'`,
    ],
  },
  'a cart with more than it may have': row(
    'a cart has no more of a product than its newest hold allowed',
    named('held'),
    (ids) => `UPDATE hold SET maximum = 1 ${of(ids.held)}`,
  ),
  'a successor in another cart': row(
    'a hold is succeeded in its own cart',
    named('released'),
    (ids) => `UPDATE hold SET successor_id = '${ids.sold}' ${of(ids.released)}`,
  ),
  'a sale under the name of a hold that it has not taken over': row(
    'a sale under another name is of a hold that it has taken over',
    named('sold'),
    (ids) => `UPDATE hold SET confirmed_as = '${ids.released}' ${of(ids.sold)}`,
  ),
  'a sale under the name of a hold that another one has taken over': row(
    'a sale under another name is of a hold that it has taken over',
    named('sold'),
    ({ released, undone }) => `UPDATE hold SET cart_id = 'sold', successor_id = '${undone}' ${of(released)}`,
    ({ released, sold }) => `UPDATE hold SET confirmed_as = '${released}' ${of(sold)}`,
  ),
  'a confirmation of two': row(
    'a confirmation is of one sale',
    named('sold'),
    ({ sold, undone }) =>
      `UPDATE hold SET confirmation_id = (SELECT confirmation_id FROM hold ${of(undone)}) ${of(sold)}`,
  ),
  'a sale whose order is gone': row(
    'what is sold has its order',
    named('sold'),
    () => `DELETE FROM placed_order WHERE order_id = 'sold'`,
  ),
};
