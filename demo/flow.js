// @ts-check
import { build, setText } from './dom.js';
import { stepOf, toSteps } from './order-steps.js';
import { createShopOrders } from './shop-orders.js';
import { wordsOf } from './words.js';

export const shopOrders = createShopOrders();

/** What stays in the address from step to step, besides the order. */
const KEPT = ['launcher', 'fault', 'manners'];
const query = new URLSearchParams(location.search);

/** The pages after the cart, by their step. */
const PAGES = { extras: '/extras.html', pay: '/pay.html', receipt: '/receipt.html' };

/** The order that the address names. */
export const orderId = query.get('order') ?? '';

/** The address of a step of an order. @param {'cart' | 'extras' | 'pay' | 'receipt'} step @param {any} order */
export function addressOf(step, order) {
  const url = new URL(step === 'cart' ? order.cart.page : PAGES[step], location.href);
  for (const name of KEPT) if (query.has(name)) url.searchParams.set(name, query.get(name) ?? '');
  url.searchParams.set('order', order.orderId);
  return url.href;
}

/**
 * Leaves for the step where the order belongs, unless it is this one. This page is no place to come back to then.
 * @param {'extras' | 'pay' | 'receipt'} step @param {any} order
 * @returns {boolean} true where the page stays
 */
export function belongsHere(step, order) {
  const target = stepOf(order);
  if (target === step) return true;
  location.replace(addressOf(target, order));
  return false;
}

/** Calls `show` when the page is shown: at first, and again when it comes out of the back/forward cache. @param {() => void} show */
export function whenShown(show) {
  show();
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show();
  });
}

/** Loads the page anew when it comes out of the back/forward cache: what it was left with may be held or paid by now. */
export function reloadWhenRestored() {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}

/**
 * Gives the page the look and the language of the order's shop.
 * @param {'cart' | 'extras' | 'pay' | 'receipt'} step @param {any} order
 */
export function dressPage(step, order) {
  const { cart } = order;
  const words = wordsOf(cart.lang);
  document.documentElement.lang = cart.lang;
  document.body.classList.add(cart.theme);
  const icon = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="icon"]'));
  if (icon.getAttribute('href') !== cart.icon) icon.href = cart.icon;
  const brand = /** @type {HTMLAnchorElement} */ (document.querySelector('.brand'));
  brand.href = cart.page;
  brand.replaceChildren(`${cart.brand[0]} `, build('span', {}, cart.brand[1]));
  fillWords(document, words);
  document.title = `${words.steps[step]} · ${cart.brand.join(' ')}`;
  showSteps(step, order);
  return words;
}

/**
 * Writes the words that the nodes below `root` ask for.
 * @param {ParentNode} root @param {import('./words/en.js').Words} words
 */
export function fillWords(root, words) {
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-word]')))
    setText(node, String(words[/** @type {keyof typeof words} */ (node.dataset.word)]));
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-label]')))
    node.ariaLabel = String(words[/** @type {keyof typeof words} */ (node.dataset.label)]);
}

/** Shows where the shopper is, and leads back to what may still be changed. @param {keyof import('./words/en.js').Words['steps']} step @param {any} order */
export function showSteps(step, order) {
  const list = /** @type {HTMLElement} */ (document.querySelector('.steps ol'));
  // Drawn once for a state: who is in one of its links stays there.
  const { state = 'new' } = order;
  if (list.dataset.state === state) return;
  list.dataset.state = state;
  const rows = toSteps(step, order).map(({ step: one, name, isHere, isOpen }) =>
    build(
      'li',
      isHere ? { 'aria-current': 'step' } : {},
      isOpen ? build('a', { href: addressOf(one, order) }, name) : name,
    ),
  );
  list.replaceChildren(...rows);
  /** @type {HTMLElement} */ (list.parentElement).ariaLabel = wordsOf(order.cart.lang).stepsLabel;
}

/** Tells that there is no such order, or that the shop does not answer. @param {string} error */
export function showGone(error) {
  const words = wordsOf(document.documentElement.lang);
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const isAway = error === 'no-answer';
  const link = isAway
    ? build('a', { href: location.href }, words.tryAgain)
    : build('a', { href: '/' }, words.again);
  main.className = 'plain card';
  main.replaceChildren(build('h1', {}, isAway ? words.away : words.gone), build('p', {}, link));
  main.removeAttribute('aria-busy');
}
