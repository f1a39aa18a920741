// @ts-check
import { toCosts, toLines } from './cart-lines.js';
import { build, setText } from './dom.js';
import { ShopCart } from './shop-cart.js';

/**
 * Lists what is in an order that changes no more, into `[data-order="lines"]`.
 * @param {any} order
 * @param {any[]} extras those that count, with their reservations
 * @param {(extra: any) => Node[]} [more] what stands below the line of an extra
 * @returns {ShopCart['money']}
 */
export function showOrderLines(order, extras, more = () => []) {
  const cart = new ShopCart(order.cart);
  cart.restoreUpsells(extras);
  const { format } = cart.money;
  const own = toLines(cart).filter(({ quantity, key }) => quantity > 0 && !key.startsWith('upsell'));
  const lines = own.map(({ id, name, detail, quantity, totalPrice }) =>
    buildRow(
      id,
      `${quantity} × ${name}`,
      format(totalPrice),
      ...(detail ? [build('small', {}, detail)] : []),
    ),
  );
  const bought = extras.map((extra) =>
    buildRow(
      extra.catalogItemId,
      `${extra.quantity} × ${extra.name}`,
      format(cart.money.toMinor(extra.totalPrice)),
      ...more(extra),
    ),
  );
  const costs = toCosts(cart).map(({ id, name, amount }) =>
    buildRow(id, name, amount > 0 ? format(amount) : cart.words.free),
  );
  replaceRows([...lines, ...bought, ...costs]);
  for (const node of document.querySelectorAll('[data-count]')) setText(node, cart.words.items(cart.count()));
  return cart.money;
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

/** @param {string} id @param {string} name @param {string} price @param {...Node} more */
function buildRow(id, name, price, ...more) {
  return build('li', { 'data-ordered': id }, build('span', {}, name), build('span', {}, price), ...more);
}
