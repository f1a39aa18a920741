// @ts-check
// @ts-expect-error: the server has it at this address
import { connectCart } from '/script/cart.js';
import { isEmpty, isWaiting, toOrdered } from './cart-sums.js';
import { showCart } from './cart-view.js';
import { setText } from './dom.js';
import {
  addressOf,
  belongsHere,
  dressPage,
  orderId,
  reloadWhenRestored,
  shopOrders,
  showGone,
} from './flow.js';
import { showLog } from './log.js';
import { ShopCart } from './shop-cart.js';
import { showStrip } from './strip.js';
import { addUpsell, loadMessages } from './upsell-tag.js';
import { wordsOf } from './words.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('#checkout'));
const status = document.querySelector('[data-order="status"]');

reloadWhenRestored();
await start();

async function start() {
  let { order, error } = await shopOrders.read(orderId);
  if (error) return showGone(error);
  // Who comes back has nothing held: others may have it meanwhile.
  if (order.state === 'held') ({ order } = await shopOrders.release(orderId));
  if (!order.showsUpsell && order.state === 'cart') return location.replace(addressOf('pay', order));
  if (!belongsHere('extras', order)) return;

  dressPage('extras', order);
  const cart = new ShopCart(order.cart);
  cart.restoreUpsells(order.selected);
  showCart(cart);
  showStrip(orderId, order.caseName);
  await loadMessages(order.cart.lang);
  const upsell = addUpsell(order);
  const add = showLog(upsell);
  alignCarts(upsell, cart, add);
  keepCarts(cart);
  document.querySelector('main')?.removeAttribute('aria-busy');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void goOn(cart, upsell);
  });
}

/**
 * Keeps the shop's cart and the upsell aligned, and lists what came of the shopper's wishes.
 * @param {any} upsell @param {ShopCart} cart @param {(type: string, details: unknown) => void} add
 */
function alignCarts(upsell, cart, add) {
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

/** Has the back end keep each change, one after the other, for when this page is loaded again. @param {ShopCart} cart */
function keepCarts(cart) {
  let isKeeping = false;
  let isStale = false;
  const keep = async () => {
    isStale = true;
    if (isKeeping) return;
    isKeeping = true;
    while (isStale) {
      isStale = false;
      await shopOrders.keepCart(orderId, toOrdered(cart.state));
    }
    isKeeping = false;
  };
  cart.subscribe(() => void keep());
}

/** Reserves what is chosen, and goes to the payment. @param {ShopCart} cart @param {any} upsell */
async function goOn(cart, upsell) {
  const words = wordsOf(cart.state.goods.lang);
  setText(status, isEmpty(cart.state) ? words.emptyCart : '');
  if (isEmpty(cart.state) || form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  await answered(cart);
  await shopOrders.keepCart(orderId, toOrdered(cart.state));
  const sessionId = upsell.phase === 'ready' ? await upsell.getSessionId().catch(() => undefined) : undefined;
  const { selected } = toOrdered(cart.state);
  const { order: held, error } = await shopOrders.reserve(orderId, { sessionId, selected });
  form.ariaBusy = null;
  if (error) setText(status, words.errors['no-answer']);
  else location.assign(addressOf('pay', held));
}

/** Resolves once no wish of the shopper's waits for an answer; each ends by itself. @param {ShopCart} cart @returns {Promise<void>} */
function answered(cart) {
  return new Promise((resolve) => {
    const look = () => {
      if (isWaiting(cart.state)) return;
      stop();
      resolve();
    };
    const stop = cart.subscribe(look);
    look();
  });
}
