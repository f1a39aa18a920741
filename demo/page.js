// @ts-check
// @ts-expect-error: the server has it at this address
import { connectCart } from '/script/cart.js';
import { showCart } from './cart-view.js';
import { showConfirmation } from './confirmation.js';
import { showLog } from './log.js';
import { ShopCart } from './shop-cart.js';

const FAULTS = ['script-404', 'never', 'no-offers', 'rejects', 'refuses'];

const query = new URLSearchParams(location.search);
const fault = FAULTS.find((name) => name === query.get('fault'));
const launcher = fault || query.get('launcher') === 'hosted' ? 'hosted' : 'first-party';
const upsell = /** @type {HTMLElement} */ (document.querySelector('#upsell'));
const cart = new ShopCart(JSON.parse(document.querySelector('#cart-data')?.textContent ?? '{}'));

chooseDelivery();
showCart(cart);
showConfirmation(cart);
const add = showLog(upsell);
alignCarts();
markControls();
chooseLauncher();

/** Takes the chosen delivery into the cart, now and on each change. */
function chooseDelivery() {
  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (
    document.querySelectorAll('[name="delivery"]')
  );
  for (const choice of choices) {
    const { name = '', price = 0 } = choice.dataset;
    const take = () => cart.setDelivery({ name, price: Number(price) });
    choice.addEventListener('change', take);
    if (choice.checked) take();
  }
}

/** Keeps the shop's cart and the upsell aligned, and lists what came of the shopper's wishes. */
function alignCarts() {
  const attributes = JSON.parse(upsell.getAttribute('placement-attributes') ?? '{}');
  cart.subscribe(() => {
    Object.assign(upsell, { placementAttributes: { ...attributes, cartTotal: cart.decimalTotal() } });
  });
  cart.onUpsellAnswer = ({ cartItemId, quantity, outcome }) => {
    if (outcome) add('updateCartItem', { outcome, cartItemId, quantity });
  };
  connectCart(upsell, cart, {
    onConflict(/** @type {any} */ { kind, cartItemId, cartQuantity, placementQuantity, wanted }) {
      add('conflict', { kind, cartItemId, cartQuantity, placementQuantity, wanted });
      cart.dropUpsellWish(cartItemId);
    },
  });
}

/** Shows in the demo strip which launcher and which fault the address asks for. */
function markControls() {
  const chosen = [launcher, fault ?? 'none'];
  const choices = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll('.demo-controls a')
  );
  for (const link of choices)
    if (chosen.includes(link.dataset.choice ?? '')) link.setAttribute('aria-current', 'true');
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.shops a')))
    link.search = location.search;
}

/**
 * Turns to the stand-in for Rokt's launcher where the address asks for it, or to an upsell service of this machine
 * (`?service=http://127.0.0.1:4010`); the tag in the page's HTML serves all.
 */
function chooseLauncher() {
  const service = query.get('service') ?? '';
  if (/^http:\/\/(127\.0\.0\.1|localhost):\d+\/?$/.test(service)) upsell.setAttribute('offers-url', service);
  if (launcher !== 'hosted') return;
  upsell.removeAttribute('offers-url');
  // The server of this page by its other name, which is another site.
  const script = new URL('/wsdk/integrations/launcher.js', location.href);
  script.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  for (const name of ['fault', 'manners'])
    if (query.has(name)) script.searchParams.set(name, query.get(name) ?? '');
  upsell.setAttribute('sdk-url', script.href);
}
