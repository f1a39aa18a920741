import { connectCart } from '/script/cart.js';
import { call, MedusaCart } from './medusa-cart.js';
import { showCart } from './show-cart.js';

const form = document.querySelector('#checkout');
const cart = new MedusaCart();
let step = 'cart';
let disconnect = () => undefined;

showCart(cart, tell);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  work(step === 'cart' ? goToPayment : pay);
});
form.querySelector('[data-act="back"]').addEventListener('click', () => work(goBack));
showUpsell().catch(console.error);

/** Shows what the upsell service offers for this cart, if there is anything, and keeps both carts aligned. */
async function showUpsell() {
  const ask = async () => call('GET', `carts/${await cart.id()}/upsells`);
  // The cart of the last visit may be none any more.
  const { upsell } = await ask().catch(() => cart.ready.then(ask));
  if (!upsell) return;
  const extras = document.querySelector('#extras');
  const element = extras.querySelector('template').content.cloneNode(true).firstElementChild;
  Object.assign(element, upsell);
  // What is in the cart decides what is offered.
  cart.subscribe(() => {
    const products = cart.lines().filter((line) => !line.upsell);
    element.placementAttributes = { productIds: products.map(({ productId }) => productId).join() };
  });
  disconnect = connectCart(element, cart, {
    onConflict: ({ kind, error }) =>
      tell(kind === 'cart-refused' ? error.message : 'That could not be changed.'),
  });
  extras.append(element);
}

async function goToPayment() {
  const { email, ...address } = Object.fromEntries(new FormData(form));
  await cart.change('', { email, shipping_address: { ...address, country_code: 'us' } });
  const { shipping_options: options } = await call('GET', `shipping-options?cart_id=${await cart.id()}`);
  await cart.change('shipping-methods', { option_id: options[0].id });
  await reserve();
  show('payment');
}

/** Holds the extras, so that what is paid can be had, at its price. True when there is nothing that the shopper has not seen. */
async function reserve() {
  const { news } = await cart.change('reservations', {});
  const words = { dearer: 'now costs more', gone: 'is sold out' };
  tell(news.map(({ title, change }) => `${title} ${words[change]}.`).join(' '));
  return news.length === 0;
}

async function goBack() {
  await call('DELETE', `carts/${await cart.id()}/reservations`);
  show('cart');
}

async function pay() {
  // Once more, in case that the holds have ended meanwhile.
  if (!(await reserve())) return;
  const id = await cart.id();
  const { payment_collection: payment } = await call('POST', 'payment-collections', { cart_id: id });
  const provider = { provider_id: 'pp_system_default' };
  await call('POST', `payment-collections/${payment.id}/payment-sessions`, provider);
  const { order, error } = await call('POST', `carts/${id}/complete`);
  if (!order) throw new Error(error.message);
  disconnect();
  cart.forget();
  document.querySelector('#order').textContent = `#${order.display_id}`;
  show('done');
}

/** Does one thing at a time, and says what went wrong. */
async function work(act) {
  tell('');
  document.body.inert = true;
  try {
    await act();
  } catch (error) {
    tell(error.message);
  } finally {
    document.body.inert = false;
  }
}

function show(next) {
  step = next;
  document.body.dataset.at = step;
  for (const part of document.querySelectorAll('[data-step]')) part.hidden = part.dataset.step !== step;
  document.querySelector('#heading').focus();
}

function tell(text) {
  document.querySelector('#status').textContent = text;
}
