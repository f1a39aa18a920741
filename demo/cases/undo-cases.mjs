// @ts-check
import { confirmFirst, first, releaseFirst } from './hands.mjs';

/** What release and cancel say of one item. @type {{title: string, cases: import('./cases.mjs').Case[]}} */
export const undoCases = {
  title: 'Outcomes of release and cancel',
  cases: [
    {
      name: 'release-again',
      title: 'Released already: nothing changes',
      before: { 'cart.release': releaseFirst },
      see: 'Go back from the payment: the hold is released once.',
    },
    {
      name: 'release-confirmed',
      title: 'already-confirmed: another till was faster',
      before: { 'cart.release': (wire) => confirmFirst(wire, 'another-order') },
      see: 'Go back from the payment: what is sold stays sold.',
    },
    {
      name: 'release-unknown',
      title: 'unknown-reservation: the shop has mixed up its ids',
      before: {
        'cart.release'(wire) {
          first(wire).itemReservationId = 'rokt_item_reservation_id.00000000-0000-7000-8000-000000000000';
        },
      },
      see: 'Go back from the payment: the hold stays until it ends by itself.',
    },
    {
      name: 'cancel-again',
      title: 'Cancelled already: the same answer',
      before: { 'confirmation.cancel': ({ partner, body }) => partner.confirmation.cancel(body) },
      see: 'Cancel from the receipt: stock is back once, and the price is given back once.',
    },
    {
      name: 'cancel-unknown',
      title: 'unknown-reservation: the shop has mixed up its ids',
      before: {
        'confirmation.cancel'(wire) {
          wire.body.itemReservationId = 'rokt_item_reservation_id.00000000-0000-7000-8000-000000000000';
        },
      },
      see: 'Cancel from the receipt: it says that it could not be done; try again, and it is.',
    },
    {
      name: 'cancel-not-confirmed',
      title: 'not-confirmed: it is only held',
      before: {
        async 'confirmation.cancel'(wire) {
          wire.body.itemReservationId = await holdAnother(wire);
        },
      },
      see: 'Cancel from the receipt: it says that it could not be done; try again, and it is.',
    },
  ],
};

/** Another till holds the same product for another cart. @param {any} wire @returns {Promise<string>} */
async function holdAnother({ account, partner }) {
  const { offered } = account;
  const { sessionId, cartItemId } = await offered('parking-a');
  const { items } = await partner.cart.reserve(
    { cartId: 'another-cart', items: [{ cartItemId, quantity: 1 }] },
    { sessionId },
  );
  return items[0].itemReservationId;
}
