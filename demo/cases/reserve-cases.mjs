// @ts-check
import { first } from './hands.mjs';

const HOUR = 3_600_000;

/** Another till of the shop buys what this order is about to. @type {import('./cases.mjs').Hand} */
const boughtElsewhere = async ({ partner, body, sessionId }) => {
  const [{ cartItemId, quantity = 1 }] = body.items;
  await partner.cart.confirm(
    { cartId: 'another-cart', orderId: 'another-order', items: [{ cartItemId, quantity }] },
    { sessionId },
  );
};

/** What reserve says of one item. @type {{title: string, cases: import('./cases.mjs').Case[]}} */
export const reserveCases = {
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
      name: 'reserve-too-many-holds',
      title: 'too-many-holds: ten thousand carts hold it already',
      faults: [{ outcome: 'too-many-holds' }],
      see: 'It is refused, and the order goes on without it.',
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
};

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
