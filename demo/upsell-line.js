// @ts-check

/**
 * @typedef {object} UpsellLine A line that the upsell put into the cart. It changes only by `setUpsell` and `removeUpsell`.
 * @property {string} key `catalogItemId` and `linkedProductId`: stays when the `cartItemId` changes
 * @property {string} cartItemId
 * @property {string} catalogItemId
 * @property {string | undefined} linkedProductId
 * @property {boolean} quantityMustBeSynchronized its quantity has to equal the linked product's
 * @property {string} name
 * @property {number} unitPrice
 * @property {number} totalPrice
 * @property {number} quantity
 *
 * @typedef {object} Change What `connectCart` tells of an upsell.
 * @property {string} cartItemId
 * @property {string} catalogItemId
 * @property {string} [linkedProductId]
 * @property {boolean} [quantityMustBeSynchronized]
 * @property {number} quantity
 * @property {Record<string, any>} [cartItem]
 * @property {'applied' | 'adjusted' | 'refused'} [outcome] how the shopper's own wish ended
 */

/** What a line keeps by when the `cartItemId` changes. @param {Pick<Change, 'catalogItemId' | 'linkedProductId'>} item */
export function toKey({ catalogItemId, linkedProductId }) {
  return `${catalogItemId}|${linkedProductId ?? ''}`;
}

/**
 * The cart's line for one of Rokt's cart items, whose prices are decimals.
 * @param {Change} change
 * @param {ReturnType<typeof import('./money.js').createMoney>} money
 * @returns {UpsellLine}
 */
export function toUpsellLine({ cartItem = {}, quantity, ...item }, money) {
  const unitPrice = money.toMinor(cartItem.unitPrice);
  return {
    key: toKey(item),
    cartItemId: item.cartItemId,
    catalogItemId: item.catalogItemId,
    linkedProductId: item.linkedProductId,
    quantityMustBeSynchronized: item.quantityMustBeSynchronized === true,
    name: String(cartItem.name ?? item.catalogItemId),
    unitPrice,
    totalPrice: Number.isFinite(cartItem.totalPrice)
      ? money.toMinor(cartItem.totalPrice)
      : unitPrice * quantity,
    quantity,
  };
}
