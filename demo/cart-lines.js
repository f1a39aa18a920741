// @ts-check

/**
 * @typedef {import('./shop-cart.js').ShopCart} ShopCart
 *
 * @typedef {object} Line What a row of the cart shows and does.
 * @property {string} key
 * @property {string} id the product's or the catalogue item's
 * @property {string} name
 * @property {string} detail
 * @property {number} unitPrice
 * @property {number} totalPrice
 * @property {number} quantity
 * @property {number} next the quantity that + and − start from: the wished one while an answer is due
 * @property {number} restored the quantity that Put back brings
 * @property {number} minimum
 * @property {number} maximum
 * @property {boolean} isFixed its quantity is not the shopper's to choose
 * @property {boolean} isBusy
 * @property {string} notice
 * @property {(quantity: number) => void} set
 */

/** Every row of the cart: the shop's products first, then the upsells. @param {ShopCart} cart @returns {Line[]} */
export function toLines(cart) {
  return [
    ...cart.products().map((one) => toProductLine(one, cart)),
    ...cart.upsells().map((one) => toLine(one, cart)),
  ];
}

/** The rows between the lines and the total. @param {ShopCart} cart */
export function toCosts(cart) {
  if (cart.isEmpty()) return [];
  const fees = cart.fees().map(({ feeId, name, unitPrice, quantity, amount }) => ({
    id: feeId,
    name: unitPrice ? `${name}, ${quantity} × ${cart.money.format(unitPrice)}` : name,
    amount,
  }));
  return [...fees, { id: 'delivery', name: cart.delivery().name, amount: cart.delivery().price }];
}

/** @param {import('./shop-cart.js').Product} product @param {ShopCart} cart @returns {Line} */
function toProductLine(product, cart) {
  const { productId, name, detail = '', firstSeat, unitPrice, quantity, removedQuantity } = product;
  return {
    key: `${quantity > 0 ? 'product' : 'removed'} ${productId}`,
    id: productId,
    name,
    detail: firstSeat ? `${detail}, ${cart.words.seats(firstSeat, firstSeat + quantity - 1)}` : detail,
    unitPrice,
    totalPrice: unitPrice * quantity,
    quantity,
    next: quantity,
    restored: removedQuantity ?? 1,
    minimum: product.minimum ?? 1,
    maximum: product.maximum ?? 99,
    isFixed: false,
    isBusy: false,
    notice: '',
    set: (wanted) => cart.setQuantity(productId, wanted),
  };
}

/** @param {import('./upsell-line.js').UpsellLine} upsell @param {ShopCart} cart @returns {Line} */
function toLine(upsell, cart) {
  const { key, catalogItemId, cartItemId, linkedProductId, name, quantity } = upsell;
  const { quantityMustBeSynchronized: isSynchronized } = upsell;
  const product = cart.products().find((one) => one.productId === linkedProductId);
  return {
    key: `upsell ${key}`,
    id: catalogItemId,
    name,
    detail: isSynchronized && product ? cart.words.oneForEach(product.name) : '',
    unitPrice: upsell.unitPrice,
    totalPrice: upsell.totalPrice,
    quantity,
    next: cart.wish(upsell) ?? quantity,
    restored: quantity,
    minimum: 0,
    maximum: 99,
    isFixed: isSynchronized,
    isBusy: cart.wish(upsell) !== undefined,
    notice: cart.notice(upsell),
    set: (wanted) => cart.wishUpsellQuantity(cartItemId, wanted),
  };
}
