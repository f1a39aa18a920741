// @ts-check

/** @param {any} wire */
export const first = ({ body }) => body.items[0];

/** @param {any} wire @param {string} orderId */
export const confirmFirst = ({ partner, body, sessionId }, orderId) =>
  partner.cart.confirm({ ...body, orderId }, { sessionId });

/** @param {any} wire */
export const releaseFirst = ({ partner, body: { cartId, items }, sessionId }) =>
  partner.cart.release({ cartId, items }, { sessionId });
