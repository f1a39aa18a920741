// @ts-check
import { toCosts, toLines } from './cart-lines.js';
import { build, setText } from './dom.js';

/**
 * Makes "Place order" show what was ordered. It needs the cart alone: an upsell that failed cannot stop an order.
 * @param {import('./shop-cart.js').ShopCart} cart
 */
export function showConfirmation(cart) {
  const form = /** @type {HTMLFormElement} */ (document.querySelector('#checkout'));
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('#confirmation'));
  const status = document.querySelector('[data-order="status"]');

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    setText(status, cart.isEmpty() ? 'There is nothing to order yet. Put an item back first.' : '');
    if (cart.isEmpty() || dialog.open) return;

    const { format } = cart.money;
    const lines = toLines(cart).filter(({ quantity }) => quantity > 0);
    const ordered = lines.map(({ id, name, quantity, totalPrice }) => {
      const text = build('span', {}, `${quantity} × ${name}`);
      return build('li', { 'data-ordered': id }, text, build('span', {}, format(totalPrice)));
    });
    const costs = toCosts(cart).map(({ id, name, amount }) => {
      const text = build('span', {}, name);
      return build(
        'li',
        { 'data-ordered': id },
        text,
        build('span', {}, amount > 0 ? format(amount) : 'Free'),
      );
    });
    dialog.querySelector('[data-order="lines"]')?.replaceChildren(...ordered, ...costs);
    setText(dialog.querySelector('[data-order="total"]'), format(cart.total()));
    dialog.showModal();
  });
}
