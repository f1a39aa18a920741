// @ts-check
import { createMoney } from './money.js';
import { toKey, toUpsellLine } from './upsell-line.js';

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
 * @typedef {ReturnType<typeof createShopCart>} ShopCart
 */

/**
 * The shop's own cart, as any shop has one: its products, its fees, and the lines of the upsell.
 * @param {{products: Product[], fees?: Fee[], currency: string}} options
 */
export function createShopCart({ products, fees = [], currency }) {
  const money = createMoney(currency);
  const listeners = new Set();
  /** @type {Map<string, number>} */
  const wishes = new Map();
  /** @type {Map<string, string>} */
  const notices = new Map();
  /** @type {import('./upsell-line.js').UpsellLine[]} */
  let upsells = [];
  let delivery = { name: '', price: 0 };
  products = products.map((product) => ({ ...product }));

  const changed = () => listeners.forEach((listener) => listener());
  /** @param {string} productId */
  const product = (productId) => products.find((one) => one.productId === productId);
  /** @param {string} cartItemId */
  const upsell = (cartItemId) => upsells.find((line) => line.cartItemId === cartItemId);

  const cart = {
    money,
    /** Called with each word of the placements on an upsell. @type {(change: import('./upsell-line.js').Change) => void} */
    onUpsellAnswer: () => undefined,

    products: () => products,
    upsells: () => upsells,
    delivery: () => delivery,
    /** Each fee with its amount for what is in the cart. */
    fees: () =>
      fees.map((fee) => {
        const { unitPrice = 0, quantity = 0 } = product(fee.productId) ?? {};
        const amount = (fee.unitPrice ?? 0) * quantity + Math.round((fee.rate ?? 0) * unitPrice * quantity);
        return { ...fee, quantity, amount };
      }),
    /** Minor units: products, fees, delivery and upsells together. */
    total() {
      const amounts = [
        ...products.map((line) => line.unitPrice * line.quantity),
        ...cart.fees().map((fee) => fee.amount),
        ...upsells.map((line) => line.totalPrice),
        cart.isEmpty() ? 0 : delivery.price,
      ];
      return amounts.reduce((sum, amount) => sum + amount, 0);
    },
    /** The total as a plain decimal, `299.50`. */
    decimalTotal: () => money.toDecimal(cart.total()),
    count: () => [...products, ...upsells].reduce((sum, line) => sum + line.quantity, 0),
    /** Whether none of the shop's own products is left. */
    isEmpty: () => products.every((line) => line.quantity === 0),

    /** Calls `listener` after each change. Returns a function that stops it. @param {() => void} listener */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Sets a product's quantity within its bounds; 0 takes it out. @param {string} productId @param {number} quantity */
    setQuantity(productId, quantity) {
      const line = product(productId);
      if (!line || !Number.isInteger(quantity) || quantity < 0) return;
      const { minimum = 1, maximum = 99 } = line;
      if (quantity === 0) line.removedQuantity = line.quantity;
      line.quantity = quantity === 0 ? 0 : Math.min(Math.max(quantity, minimum), maximum);
      changed();
    },

    /** @param {{name: string, price: number}} choice */
    setDelivery(choice) {
      delivery = choice;
      changed();
    },

    /** What `connectCart` reads: the products, and each upsell line at the quantity that the shopper wants. */
    lines: () => [
      ...products,
      ...upsells.map((line) => ({
        productId: line.catalogItemId,
        quantity: wishes.get(line.key) ?? line.quantity,
        upsell: line,
      })),
    ],
    /** The placements' word on an upsell; it ends the shopper's wish. @param {import('./upsell-line.js').Change} change */
    setUpsell(change) {
      const line = toUpsellLine(change, money);
      const before = upsells.find(({ key }) => key === line.key);
      wishes.delete(line.key);
      if (before?.quantity !== line.quantity) notices.delete(line.key);
      if (change.outcome === 'adjusted') notices.set(line.key, `The offer allows ${line.quantity}.`);
      if (change.outcome === 'refused')
        notices.set(line.key, 'The offer asks for it: it has to stay as it is.');
      upsells = before ? upsells.map((one) => (one === before ? line : one)) : [...upsells, line];
      cart.onUpsellAnswer(change);
      changed();
    },
    /** The placements hold none of it any more. @param {import('./upsell-line.js').Change} change */
    removeUpsell(change) {
      const key = toKey(change);
      for (const memory of [wishes, notices]) memory.delete(key);
      upsells = upsells.filter((line) => line.key !== key);
      cart.onUpsellAnswer(change);
      changed();
    },

    /** The shopper's wish for an upsell line, which shows the quantity that is true until it is answered.
     * @param {string} cartItemId @param {number} quantity */
    wishUpsellQuantity(cartItemId, quantity) {
      const line = upsell(cartItemId);
      if (!line) return;
      notices.delete(line.key);
      if (quantity === line.quantity) wishes.delete(line.key);
      else wishes.set(line.key, quantity);
      changed();
    },
    /** The shopper's wish came to nothing: the line says so. @param {string} cartItemId */
    dropUpsellWish(cartItemId) {
      const line = upsell(cartItemId);
      if (!line) return;
      wishes.delete(line.key);
      notices.set(line.key, 'Could not be changed just now. Please try again.');
      changed();
    },
    /** The quantity that was wished and not answered yet. @param {import('./upsell-line.js').UpsellLine} line */
    wish: (line) => wishes.get(line.key),

    /** @param {import('./upsell-line.js').UpsellLine} line */
    notice: (line) => notices.get(line.key) ?? '',
  };
  return cart;
}
