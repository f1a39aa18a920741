// @ts-check
import { moneyOf } from './money.js';
import { wordsOf } from './words.js';

/**
 * @typedef {object} Notice What a shopper has to know of an order.
 * @property {string} code
 * @property {string} text
 * @property {{text: string, selected: any[]}[]} answers what the shopper can do about it: hold these extras
 */

/** Which extras could not be held, and why. @param {any} order @returns {Notice[]} */
export function toRefusals(order) {
  const words = wordsOf(order.cart.lang);
  return order.refused.map((/** @type {any} */ { name, code }) => ({
    code,
    text: words.refusedItem(name, whyOf(code, words)),
    answers: [],
  }));
}

/** Which extras cost more than the shopper has seen: to be kept at the new price, or removed. @param {any} order @returns {Notice[]} */
export function toDearer(order) {
  const words = wordsOf(order.cart.lang);
  const { format, toMinor } = moneyOf(order.cart);
  const priceOf = (/** @type {number} */ price) => format(toMinor(price));
  return order.dearer.map((/** @type {any} */ { cartItemId, catalogItemId, name, unitPrice, seenPrice }) => {
    const isIt = (/** @type {any} */ one) => one.cartItemId === cartItemId;
    const kept = order.selected.map((/** @type {any} */ one) => (isIt(one) ? { ...one, unitPrice } : one));
    const left = order.selected.filter((/** @type {any} */ one) => !isIt(one));
    return {
      code: catalogItemId,
      text: words.dearer(name, priceOf(unitPrice), priceOf(seenPrice)),
      answers: [
        { text: words.keepItem(name), selected: kept },
        { text: words.removeAll(name), selected: left },
      ],
    };
  });
}

/** Which extras were paid and could not be bought, with what was given back. @param {any} order @returns {Notice[]} */
export function toRefunds(order) {
  const words = wordsOf(order.cart.lang);
  const { format } = moneyOf(order.cart);
  return order.refunded.map((/** @type {any} */ { name, code, amount }) => ({
    code,
    text: words.refundedItem(name, whyOf(code, words), format(amount)),
    answers: [],
  }));
}

/** That what was held is held no more. @param {any} order @returns {Notice} */
export function toHoldOver({ cart, selected }) {
  const { holdOver, holdAgain, goWithout } = wordsOf(cart.lang);
  const answers = [
    { text: holdAgain, selected },
    { text: goWithout, selected: [] },
  ];
  return { code: 'hold-over', text: holdOver, answers };
}

/** @param {string} code @param {import('./words/en.js').Words} words */
function whyOf(code, words) {
  return words.why[/** @type {keyof typeof words.why} */ (code)] ?? words.whyElse;
}
