// @ts-check

/**
 * @typedef {object} Product A line that the shop sells itself. Prices are integers in minor units.
 * @property {string} productId
 * @property {string} name
 * @property {string} [detail]
 * @property {number} [firstSeat] tickets: the seats are counted from it
 * @property {number} unitPrice
 * @property {number} quantity 0 when the shopper took it out
 * @property {number} [minimum] smallest quantity while it is in the cart
 * @property {number} [maximum]
 * @property {number} [removedQuantity] how many there were when the shopper took it out
 *
 * @typedef {object} Fee What the shop charges along with a product: a price for each one, or a rate of the line's total.
 * @property {string} feeId
 * @property {string} name
 * @property {string} productId
 * @property {number} [unitPrice]
 * @property {number} [rate] e.g. 0.08875
 *
 * @typedef {object} Delivery How the goods come to the shopper; it costs the same however many there are.
 * @property {string} name
 * @property {string} [hint]
 * @property {number} price
 *
 * @typedef {object} Goods What a cart starts with.
 * @property {readonly Product[]} products
 * @property {readonly Fee[]} [fees]
 * @property {string} currency ISO 4217
 * @property {number} digits how many decimals it has by ISO 4217; Intl knows those of its cash
 * @property {string} [locale]
 * @property {string} [lang] in which the lines of the cart speak
 * @property {readonly Delivery[]} [deliveries] the first one without `delivery`
 * @property {Delivery} [delivery]
 * @property {Record<string, string>} [attributes] what offers are chosen by
 */

/**
 * A fee with its amount for what is in the cart of its product, in minor units.
 * @param {Fee} fee
 * @param {{unitPrice: number, quantity: number}} [product] none where the cart has none
 */
export function withAmount(fee, { unitPrice, quantity } = { unitPrice: 0, quantity: 0 }) {
  const amount = (fee.unitPrice ?? 0) * quantity + Math.round((fee.rate ?? 0) * unitPrice * quantity);
  return { ...fee, quantity, amount };
}
