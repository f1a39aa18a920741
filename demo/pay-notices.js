// @ts-check
import { build } from './dom.js';
import { createMoney } from './money.js';

/**
 * Says which extras could not be held, and which cost more than the shopper has seen: those are kept at the new price, or removed.
 * @param {any} order
 * @param {import('./words/en.js').Words} words
 * @param {(selected: any[]) => void} reserve
 */
export function showNotices(order, words, reserve) {
  const { currency, locale } = order.cart;
  const money = createMoney(currency, locale);
  const priceOf = (/** @type {number} */ price) => money.format(money.toMinor(price));
  const list = /** @type {HTMLElement} */ (document.querySelector('.notices'));
  const refused = order.refused.map((/** @type {any} */ { name, code }) => {
    const why = words.why[/** @type {keyof typeof words.why} */ (code)] ?? words.whyElse;
    return build('li', { 'data-refused': code }, words.refusedItem(name, why));
  });
  const dearer = order.dearer.map(
    (/** @type {any} */ { cartItemId, catalogItemId, name, unitPrice, seenPrice }) => {
      const text = words.dearer(name, priceOf(unitPrice), priceOf(seenPrice));
      const others = order.selected.filter((/** @type {any} */ one) => one.cartItemId !== cartItemId);
      const seen = order.selected.map((/** @type {any} */ one) =>
        one.cartItemId === cartItemId ? { ...one, unitPrice } : one,
      );
      return build(
        'li',
        { 'data-dearer': catalogItemId },
        build('p', {}, text),
        buildButton(words.keep, words.keepItem(name), () => reserve(seen)),
        buildButton(words.remove, words.removeAll(name), () => reserve(others)),
      );
    },
  );
  const rows = [...dearer, ...refused];
  // Unchanged ones stay, so that nothing is announced twice.
  if (
    rows.map((row) => row.textContent).join('|') ===
    [...list.children].map((row) => row.textContent).join('|')
  )
    return;
  list.replaceChildren(...rows);
}

/** @param {string} text @param {string} label @param {() => void} act */
function buildButton(text, label, act) {
  const button = build('button', { type: 'button', class: 'secondary', 'aria-label': label }, text);
  button.addEventListener('click', act);
  return button;
}
