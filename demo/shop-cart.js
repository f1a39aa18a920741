// @ts-check
import { withAmount } from './goods.js';
import { createMoney } from './money.js';
import { toKey, toUpsellLine } from './upsell-line.js';
import { wordsOf } from './words.js';

/**
 * @typedef {import('./upsell-line.js').UpsellLine} UpsellLine
 * @typedef {import('./upsell-line.js').Change} Change
 * @typedef {import('./goods.js').Product} Product
 * @typedef {import('./goods.js').Fee} Fee
 */

/** The shop's own cart, as any shop has one: its products, its fees, and the lines of the upsell. */
export class ShopCart {
  /** @type {Product[]} */
  #products;
  /** @type {Fee[]} */
  #fees;
  /** @type {UpsellLine[]} */
  #upsells = [];
  #delivery = { name: '', price: 0 };
  /** The quantity that the shopper wants of an upsell, by its key. @type {Map<string, number>} */
  #wishes = new Map();
  /** What an upsell's line says about the last wish, by its key. @type {Map<string, string>} */
  #notices = new Map();
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** Called with each word of the placements on an upsell. @type {(change: Change) => void} */
  onUpsellAnswer = () => undefined;

  /** @param {import('./goods.js').Goods} goods */
  constructor({ products, fees = [], currency, locale, lang = 'en', delivery }) {
    this.#products = products.map((product) => ({ ...product }));
    this.#fees = fees;
    if (delivery) this.#delivery = delivery;
    this.money = createMoney(currency, locale);
    this.words = wordsOf(lang);
  }

  products() {
    return this.#products;
  }

  upsells() {
    return this.#upsells;
  }

  delivery() {
    return this.#delivery;
  }

  /** Each fee with its amount for what is in the cart. */
  fees() {
    return this.#fees.map((fee) => withAmount(fee, this.#product(fee.productId)));
  }

  /** Minor units: products, fees, delivery and upsells together. */
  total() {
    const amounts = [
      ...this.#products.map((line) => line.unitPrice * line.quantity),
      ...this.fees().map((fee) => fee.amount),
      ...this.#upsells.map((line) => line.totalPrice),
      this.isEmpty() ? 0 : this.#delivery.price,
    ];
    return amounts.reduce((sum, amount) => sum + amount, 0);
  }

  /** How many things are in the cart. */
  count() {
    return [...this.#products, ...this.#upsells].reduce((sum, line) => sum + line.quantity, 0);
  }

  /** Whether none of the shop's own products is left. */
  isEmpty() {
    return this.#products.every((line) => line.quantity === 0);
  }

  /** The quantity of each of the shop's products. @returns {Record<string, number>} */
  quantities() {
    return Object.fromEntries(this.#products.map(({ productId, quantity }) => [productId, quantity]));
  }

  /**
   * Has these extras, as the shop's back end has kept them: prices are decimals.
   * @param {(Omit<Change, 'cartItem'> & {name: string, unitPrice: number})[]} extras
   */
  restoreUpsells(extras) {
    this.#upsells = extras.map((extra) => toUpsellLine({ ...extra, cartItem: extra }, this.money));
    this.#changed();
  }

  /** Whether a wish of the shopper's for an extra is not answered yet. */
  isWaiting() {
    return this.#wishes.size > 0;
  }

  /** Calls `listener` after each change. Returns a function that stops it. @param {() => void} listener */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sets a product's quantity within its bounds; 0 takes it out. @param {string} productId @param {number} quantity */
  setQuantity(productId, quantity) {
    const line = this.#product(productId);
    if (!line || !Number.isInteger(quantity) || quantity < 0) return;
    const { minimum = 1, maximum = 99 } = line;
    if (quantity === 0) line.removedQuantity = line.quantity;
    line.quantity = quantity === 0 ? 0 : Math.min(Math.max(quantity, minimum), maximum);
    this.#changed();
  }

  /** @param {{name: string, price: number}} choice */
  setDelivery(choice) {
    this.#delivery = choice;
    this.#changed();
  }

  /** What `connectCart` reads: the products, and each upsell line at the quantity that the shopper wants. */
  lines() {
    const upsells = this.#upsells.map((line) => ({
      productId: line.catalogItemId,
      quantity: this.wish(line) ?? line.quantity,
      upsell: line,
    }));
    return [...this.#products, ...upsells];
  }

  /** The placements' word on an upsell; it ends the shopper's wish. @param {Change} change */
  setUpsell(change) {
    const line = toUpsellLine(change, this.money);
    const before = this.#upsells.find(({ key }) => key === line.key);
    this.#wishes.delete(line.key);
    if (before?.quantity !== line.quantity) this.#notices.delete(line.key);
    if (change.outcome === 'adjusted') this.#notices.set(line.key, this.words.allows(line.quantity));
    if (change.outcome === 'refused') this.#notices.set(line.key, this.words.still(line.quantity));
    if (before) this.#upsells = this.#upsells.map((one) => (one === before ? line : one));
    else this.#upsells = [...this.#upsells, line];
    this.onUpsellAnswer(change);
    this.#changed();
  }

  /** The placements hold none of it any more. @param {Change} change */
  removeUpsell(change) {
    const key = toKey(change);
    this.#wishes.delete(key);
    this.#notices.delete(key);
    this.#upsells = this.#upsells.filter((line) => line.key !== key);
    this.onUpsellAnswer(change);
    this.#changed();
  }

  /** The shopper's wish for an upsell line, which shows the quantity that is true until it is answered.
   * @param {string} cartItemId @param {number} quantity */
  wishUpsellQuantity(cartItemId, quantity) {
    const line = this.#upsell(cartItemId);
    if (!line) return;
    this.#notices.delete(line.key);
    if (quantity === line.quantity) this.#wishes.delete(line.key);
    else this.#wishes.set(line.key, quantity);
    this.#changed();
  }

  /** The shopper's wish came to nothing: the line says so. @param {string} cartItemId */
  dropUpsellWish(cartItemId) {
    const line = this.#upsell(cartItemId);
    if (!line) return;
    this.#wishes.delete(line.key);
    this.#notices.set(line.key, this.words.notChanged);
    this.#changed();
  }

  /** The quantity that was wished and not answered yet. @param {UpsellLine} line */
  wish(line) {
    return this.#wishes.get(line.key);
  }

  /** What the line says about the last wish. @param {UpsellLine} line */
  notice(line) {
    return this.#notices.get(line.key) ?? '';
  }

  /** @param {string} productId */
  #product(productId) {
    return this.#products.find((one) => one.productId === productId);
  }

  /** @param {string} cartItemId */
  #upsell(cartItemId) {
    return this.#upsells.find((line) => line.cartItemId === cartItemId);
  }

  #changed() {
    for (const listener of this.#listeners) listener();
  }
}
