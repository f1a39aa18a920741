// @ts-check
import {
  openCart,
  withDelivery,
  withExtras,
  withoutUpsell,
  withoutWish,
  withUpsell,
  withWanted,
} from './cart-state.js';
import { connectedLines } from './cart-sums.js';

/** @typedef {import('./cart-state.js').Change} Change */

/** The shop's own cart on its pages: its state, and who wants to hear of a change. `connectCart` takes it as it is. */
export class ShopCart {
  #state;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** Called with each word of the placements on an upsell. @type {(change: Change) => void} */
  onUpsellAnswer = () => undefined;

  /** @param {import('./goods.js').Goods} goods */
  constructor(goods) {
    this.#state = openCart(goods);
  }

  /** What is in it now. */
  get state() {
    return this.#state;
  }

  /** What `connectCart` reads. */
  lines() {
    return connectedLines(this.#state);
  }

  /** Calls `listener` after each change. Returns a function that stops it. @param {() => void} listener */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The placements' word on an upsell; it ends the shopper's wish. @param {Change} change */
  setUpsell(change) {
    this.#becomes(withUpsell(this.#state, change));
    this.onUpsellAnswer(change);
  }

  /** The placements hold none of it any more. @param {Change} change */
  removeUpsell(change) {
    this.#becomes(withoutUpsell(this.#state, change));
    this.onUpsellAnswer(change);
  }

  /** Is what the shop's back end has kept. @param {import('./cart-state.js').CartState} state */
  restore(state) {
    this.#becomes(state);
  }

  /** Has these extras, as the shop's back end has kept them. @param {Parameters<typeof withExtras>[1]} extras */
  restoreUpsells(extras) {
    this.#becomes(withExtras(this.#state, extras));
  }

  /** @param {import('./goods.js').Delivery} delivery */
  setDelivery(delivery) {
    this.#becomes(withDelivery(this.#state, delivery));
  }

  /** The shopper wants so many of a line. @param {string} key @param {number} quantity @param {boolean} [isAnswered] false where no placement is on the page */
  want(key, quantity, isAnswered) {
    this.#becomes(withWanted(this.#state, key, quantity, isAnswered));
  }

  /** The shopper's wish came to nothing: the line says so. @param {string} cartItemId */
  dropUpsellWish(cartItemId) {
    this.#becomes(withoutWish(this.#state, cartItemId));
  }

  /** @param {import('./cart-state.js').CartState} state */
  #becomes(state) {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
