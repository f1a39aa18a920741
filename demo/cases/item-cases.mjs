// @ts-check

const HOUR = 3_600_000;

/** @param {any} wire */
const first = ({ body }) => body.items[0];

/** Another till of the shop buys what this order is about to. @type {import('./cases.mjs').Hand} */
const boughtElsewhere = async ({ partner, body, sessionId }) => {
  const [{ cartItemId, quantity = 1 }] = body.items;
  await partner.cart.confirm(
    { cartId: 'another-cart', orderId: 'another-order', items: [{ cartItemId, quantity }] },
    { sessionId },
  );
};
/** @param {any} wire @param {string} orderId */
const confirmFirst = ({ partner, body, sessionId }, orderId) =>
  partner.cart.confirm({ ...body, orderId }, { sessionId });
/** @param {any} wire */
const releaseFirst = ({ partner, body: { cartId, items }, sessionId }) =>
  partner.cart.release({ cartId, items }, { sessionId });
/** The shop names no reservation: it buys by quantity. @param {any} wire */
const forgetReservation = (wire) => {
  const { cartItemId, quantity } = first(wire);
  wire.body.items[0] = { cartItemId, quantity };
};

/** What the service says of one item, call by call. @type {{title: string, cases: import('./cases.mjs').Case[]}[]} */
export const itemCases = [
  {
    title: 'Outcomes of reserve',
    cases: [
      {
        name: 'reserve-out-of-stock',
        title: 'out-of-stock: one is left, two are wanted',
        catalogue: (catalogue) => withOffer(catalogue, 'parking-a', { stock: 1 }),
        quantity: 2,
        see: 'It is refused, and the order goes on without it.',
      },
      {
        name: 'reserve-out-of-bounds',
        title: 'quantity-out-of-bounds: more than the offer allows',
        before: {
          'cart.reserve'(wire) {
            first(wire).quantity = 50;
          },
        },
        see: 'It is refused; the value says what is allowed.',
      },
      {
        name: 'reserve-unknown-item',
        title: 'unknown-cart-item: the offer is a day old',
        before: { 'cart.reserve': ({ account }) => account.clock.advance(25 * HOUR) },
        see: 'It is refused: go back, and there are new offers.',
      },
      {
        name: 'reserve-already-confirmed',
        title: 'already-confirmed: another till has sold this very item',
        before: { 'cart.reserve': boughtElsewhere },
        see: 'It is refused, and not paid twice.',
      },
      {
        name: 'reserve-again',
        title: 'The same hold again',
        before: {
          'cart.reserve': ({ partner, body, sessionId }) => partner.cart.reserve(body, { sessionId }),
        },
        see: 'Whoever asks twice has one hold, at the first one’s price and end.',
      },
      {
        name: 'reserve-other-quantity',
        title: 'A live hold of another quantity',
        before: {
          async 'cart.reserve'({ partner, body, sessionId }) {
            const items = body.items.map((/** @type {any} */ item) => ({
              ...item,
              quantity: item.quantity + 1,
            }));
            await partner.cart.reserve({ ...body, items }, { sessionId });
          },
        },
        see: 'The old hold is released, and a new one is made, in one transaction.',
      },
    ],
  },
  {
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
  },
  {
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
  },
];

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

/** The catalogue with another offer of that product. @param {any} catalogue @param {string} sku @param {object} change */
function withOffer(catalogue, sku, change) {
  const placements = catalogue.placements.map((/** @type {any} */ placement) => ({
    ...placement,
    offers: placement.offers.map((/** @type {any} */ offer) =>
      offer.sku === sku ? { ...offer, ...change } : offer,
    ),
  }));
  return { ...catalogue, placements };
}
