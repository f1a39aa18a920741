// @ts-check
import { wordsOf } from './words.js';

/** @typedef {'cart' | 'extras' | 'pay' | 'receipt'} Step */

/** Where an order belongs, by its state: it may be chosen from before it is held, and is the receipt's once it is paid. @type {Record<string, Step>} */
const STEPS = { cart: 'extras', held: 'pay', paying: 'pay', paid: 'pay', done: 'receipt' };

/** Where an order belongs. @param {any} order @returns {Step} */
export function stepOf(order) {
  return STEPS[order.state] ?? 'extras';
}

/**
 * The steps of the checkout, seen from one of them; `isOpen`: it may be gone back to.
 * @param {Step} here
 * @param {any} order without a `state` while there is only a cart
 * @returns {{step: Step, name: string, isHere: boolean, isOpen: boolean}[]}
 */
export function toSteps(here, order) {
  const { steps } = wordsOf(order.cart.lang);
  const names = /** @type {Step[]} */ (Object.keys(steps));
  const shown = names.filter((step) => step !== 'extras' || order.showsUpsell);
  const isOver = here === 'receipt' || order.state === 'paying' || order.state === 'paid';
  return shown.map((step, index) => ({
    step,
    name: steps[step],
    isHere: step === here,
    isOpen: !isOver && index < shown.indexOf(here),
  }));
}
