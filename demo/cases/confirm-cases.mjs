// @ts-check
import { confirmFirst, first, releaseFirst } from './hands.mjs';

const HOUR = 3_600_000;

/** The shop names no reservation: it buys by quantity. @param {any} wire */
const forgetReservation = (wire) => {
  const { cartItemId, quantity } = first(wire);
  wire.body.items[0] = { cartItemId, quantity };
};

/** What confirm says of one item. @type {{title: string, cases: import('./cases.mjs').Case[]}} */
export const confirmCases = {
  title: 'Outcomes of confirm',
  cases: [
    {
      name: 'confirm-price-mismatch',
      title: 'price-mismatch: the shop names another price than was held',
      before: {
        'cart.confirm'(wire) {
          first(wire).unitPrice -= 1;
          first(wire).totalPrice -= first(wire).quantity;
        },
      },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-quantity-mismatch',
      title: 'quantity-mismatch: the shop names another quantity',
      before: {
        'cart.confirm'(wire) {
          const item = first(wire);
          Object.assign(item, {
            quantity: item.quantity + 1,
            totalPrice: item.totalPrice + item.unitPrice,
          });
        },
      },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-expired',
      title: 'reservation-expired: the hold ended while the payment was made',
      before: { 'cart.confirm': ({ account }) => account.clock.advance(HOUR) },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-released',
      title: 'reservation-released: another till has let go of it',
      before: { 'cart.confirm': releaseFirst },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-already-confirmed',
      title: 'already-confirmed: under another order',
      before: { 'cart.confirm': (wire) => confirmFirst(wire, 'another-order') },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-already-cancelled',
      title: 'already-cancelled: confirmed and cancelled before',
      before: {
        async 'cart.confirm'(wire) {
          await confirmFirst(wire, wire.body.orderId);
          const { itemReservationId } = first(wire);
          await wire.partner.confirmation.cancel({ itemReservationId });
        },
      },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-unknown-reservation',
      title: 'unknown-reservation: the shop has mixed up its ids',
      before: {
        'cart.confirm'(wire) {
          first(wire).itemReservationId = 'rokt_item_reservation_id.00000000-0000-7000-8000-000000000000';
        },
      },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-by-quantity',
      title: 'By quantity: the live hold is used',
      before: { 'cart.confirm': forgetReservation },
      see: 'It is bought at the price of the hold, never stock twice.',
    },
    {
      name: 'confirm-without-hold',
      title: 'By quantity, without a hold: stock is taken',
      before: {
        async 'cart.confirm'(wire) {
          await releaseFirst(wire);
          forgetReservation(wire);
        },
      },
      see: 'It is bought at the price of the last hold.',
    },
    {
      name: 'confirm-out-of-bounds',
      title: 'By quantity: quantity-out-of-bounds',
      before: {
        async 'cart.confirm'(wire) {
          await releaseFirst(wire);
          forgetReservation(wire);
          first(wire).quantity = 50;
        },
      },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-out-of-stock',
      title: 'By quantity: out-of-stock',
      before: {
        async 'cart.confirm'(wire) {
          await releaseFirst(wire);
          forgetReservation(wire);
          wire.account.faults.add({ outcome: 'sold-out' });
        },
      },
      see: 'It is refused, and its price is given back.',
    },
    {
      name: 'confirm-unknown-item',
      title: 'By quantity: unknown-cart-item',
      before: {
        'cart.confirm'(wire) {
          wire.body.items[0] = { cartItemId: '00000000-0000-7000-8000-000000000000', quantity: 1 };
        },
      },
      see: 'It is refused, and its price is given back.',
    },
  ],
};
