// @ts-check
import { countOf } from './cart-sums.js';
import { openCart, withExtras } from './cart-state.js';
import { build, setText } from './dom.js';
import { toOrderRows } from './order-rows.js';
import { wordsOf } from './words.js';

/**
 * Lists what is in an order that changes no more, into `[data-order="lines"]`.
 * @param {any} order
 * @param {(row: import('./order-rows.js').OrderRow) => Node[]} [more] what stands below a row
 */
export function showOrderLines(order, more = () => []) {
  replaceRows(
    toOrderRows(order).map((row) =>
      buildRow(row, ...(row.detail ? [build('small', {}, row.detail)] : []), ...more(row)),
    ),
  );
  const count = countOf(withExtras(openCart(order.cart), order.held));
  for (const node of document.querySelectorAll('[data-count]'))
    setText(node, wordsOf(order.cart.lang).items(count));
}

/** Puts the rows in the place of those before; who was in one of them stays there. @param {HTMLElement[]} rows */
function replaceRows(rows) {
  const list = document.querySelector('[data-order="lines"]');
  const focused = document.activeElement;
  const row = /** @type {HTMLElement | null | undefined} */ (focused?.closest('[data-ordered]'));
  list?.replaceChildren(...rows);
  if (!focused || !row) return;
  const heirs = rows.filter(({ dataset }) => dataset.ordered === row.dataset.ordered);
  const heir = heirs[0]?.querySelector(focused.localName) ?? heirs[0]?.querySelector('a');
  /** @type {HTMLElement | null | undefined} */ (heir)?.focus();
}

/** @param {import('./order-rows.js').OrderRow} row @param {...Node} more */
function buildRow({ id, name, price }, ...more) {
  return build('li', { 'data-ordered': id }, build('span', {}, name), build('span', {}, price), ...more);
}
