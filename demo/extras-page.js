// @ts-check
// @ts-expect-error: the server has it at this address
import { connectCart } from '/script/cart.js';
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
  keepCarts(cart, order);
  document.querySelector('main')?.removeAttribute('aria-busy');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void goOn(cart, upsell, order);
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

/** Has the back end keep each change, one after the other, for when this page is loaded again. @param {ShopCart} cart @param {any} order */
function keepCarts(cart, order) {
  let isKeeping = false;
  let isStale = false;
  const keep = async () => {
    isStale = true;
    if (isKeeping) return;
    isKeeping = true;
    while (isStale) {
      isStale = false;
      await shopOrders.keepCart(orderId, toOwnCart(cart, order));
    }
    isKeeping = false;
  };
  cart.subscribe(() => void keep());
}

/** Reserves what is chosen, and goes to the payment. @param {ShopCart} cart @param {any} upsell @param {any} order */
async function goOn(cart, upsell, order) {
  setText(status, cart.isEmpty() ? cart.words.emptyCart : '');
  if (cart.isEmpty() || form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  await answered(cart);
  await shopOrders.keepCart(orderId, toOwnCart(cart, order));
  const sessionId = upsell.phase === 'ready' ? await upsell.getSessionId().catch(() => undefined) : undefined;
  const { selected } = toOwnCart(cart, order);
  const { order: held, error } = await shopOrders.reserve(orderId, { sessionId, selected });
  form.ariaBusy = null;
  if (error) setText(status, cart.words.errors['no-answer']);
  else location.assign(addressOf('pay', held));
}

/** Resolves once no wish of the shopper's waits for an answer; each ends by itself. @param {ShopCart} cart @returns {Promise<void>} */
function answered(cart) {
  return new Promise((resolve) => {
    const look = () => {
      if (cart.isWaiting()) return;
      stop();
      resolve();
    };
    const stop = cart.subscribe(look);
    look();
  });
}

/** @param {ShopCart} cart @param {any} order */
function toOwnCart(cart, { deliveryIndex, cart: { currency } }) {
  const selected = cart.upsells().map((line) => ({
    cartItemId: line.cartItemId,
    catalogItemId: line.catalogItemId,
    linkedProductId: line.linkedProductId,
    quantityMustBeSynchronized: line.quantityMustBeSynchronized,
    name: line.name,
    quantity: line.quantity,
    unitPrice: Number(cart.money.toDecimal(line.unitPrice)),
    currency,
  }));
  return { quantities: cart.quantities(), delivery: deliveryIndex, selected };
}
