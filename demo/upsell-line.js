// @ts-check

/**
 * @typedef {object} UpsellLine A line that the upsell put into the cart. It changes only by `replaceUpsells`.
 * @property {string} key `catalogItemId` and `linkedProductId`: stays when the `cartItemId` changes
 * @property {string} cartItemId
 * @property {string} catalogItemId
 * @property {string | undefined} linkedProductId
 * @property {boolean} isSynchronized its quantity has to equal the linked product's
 * @property {string} name
 * @property {number} unitPrice
 * @property {number} totalPrice
 * @property {number} quantity
 */

/**
 * The cart's line for one of Rokt's cart items, whose prices are decimals.
 * @param {Record<string, any>} item
 * @param {ReturnType<typeof import('./money.js').createMoney>} money
 * @returns {UpsellLine}
 */
export function toUpsellLine(item, money) {
  const unitPrice = money.toMinor(item.unitPrice);
  return {
    key: `${item.catalogItemId}|${item.linkedProductId ?? ''}`,
    cartItemId: item.cartItemId,
    catalogItemId: item.catalogItemId,
    linkedProductId: item.linkedProductId,
    isSynchronized: item.quantityMustBeSynchronized === true,
    name: String(item.name ?? item.catalogItemId),
    unitPrice,
    totalPrice: Number.isFinite(item.totalPrice) ? money.toMinor(item.totalPrice) : unitPrice * item.quantity,
    quantity: item.quantity,
  };
}
