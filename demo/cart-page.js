// @ts-check
import { isEmpty, toOrdered } from './cart-sums.js';
import { showCart } from './cart-view.js';
import { setText } from './dom.js';
import { addressOf, orderId, reloadWhenRestored, shopOrders, showSteps } from './flow.js';
import { ShopCart } from './shop-cart.js';
import { showStrip } from './strip.js';
import { wordsOf } from './words.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('#checkout'));
const status = document.querySelector('[data-order="status"]');
const choices = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('[name="delivery"]')]);
const caseName = new URLSearchParams(location.search).get('case');

reloadWhenRestored();
await start();

/** Shows the cart: of the order that the address names, where it may still be changed, else the story's own. */
async function start() {
  const { story = '' } = document.body.dataset;
  const response = await fetch(`/stories/${story}.json`);
  const own = await response.json();
  let order = orderId ? (await shopOrders.read(orderId)).order : null;
  if (order && order.story !== story) order = null;
  if (order?.state === 'held') order = (await shopOrders.release(orderId)).order;
  if (order?.state !== 'cart') order = null;
  const cart = new ShopCart(order?.cart ?? own);
  if (order) cart.restoreUpsells(order.selected);

  for (const [index, choice] of choices.entries()) {
    choice.checked = index === (order?.deliveryIndex ?? 0);
    choice.addEventListener('change', () => cart.setDelivery(own.deliveries[index]));
  }
  showCart(cart, () => false);
  showSteps('cart', order ?? { cart: own, showsUpsell: true });
  showStrip(order?.orderId, order?.caseName ?? caseName);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void checkOut(cart, order);
  });
}

/** Opens the order, or takes the change of it, and goes to its next step. @param {ShopCart} cart @param {any} opened */
async function checkOut(cart, opened) {
  const words = wordsOf(document.documentElement.lang);
  setText(status, isEmpty(cart.state) ? words.emptyCart : '');
  if (isEmpty(cart.state) || form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  const { quantities, delivery, selected } = toOrdered(cart.state);
  if (opened) await shopOrders.keepCart(opened.orderId, { quantities, delivery, selected });
  const { order, error } = opened
    ? await shopOrders.checkOut(opened.orderId, { quantities, delivery })
    : await shopOrders.open({
        story: document.body.dataset.story ?? '',
        ...(caseName && { case: caseName }),
        quantities,
        delivery,
      });
  form.ariaBusy = null;
  if (error) return setText(status, words.errors['no-answer']);
  // So that the way back leads to this order.
  history.replaceState(null, '', addressOf('cart', order));
  location.assign(addressOf(order.showsUpsell ? 'extras' : 'pay', order));
}
