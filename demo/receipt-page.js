// @ts-check
import { build, setText } from './dom.js';
import { belongsHere, dressPage, orderId, shopOrders, showGone, whenShown } from './flow.js';
import { moneyOf } from './money.js';
import { showOrderLines } from './order-lines.js';
import { toRefunds } from './order-notices.js';
import { showStrip } from './strip.js';

/** How often it asks whether the providers know, ms. */
const PERIOD = 700;

whenShown(() => void start());

async function start() {
  const { order, error } = await shopOrders.read(orderId);
  if (error) return showGone(error);
  if (!belongsHere('receipt', order)) return;
  showStrip(orderId, order.caseName);
  show(order);
}

/** @param {any} order */
function show(order) {
  const words = dressPage('receipt', order);
  showOrderLines(order, (row) => buildActs(row, order, words));
  const { format } = moneyOf(order.cart);
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    setText(document.querySelector(`[data-order="${name}"]`), text);
  write('thanks', order.cart.thanks);
  write('number', `${words.orderNumber} ${order.orderId.slice(0, 8).toUpperCase()}`);
  write('paid', words.paidWith(order.card));
  write('total', format(order.total));
  write('given-back', format(-order.givenBack));
  write('paid-after-all', format(order.total - order.givenBack));
  for (const row of document.querySelectorAll('.given-back'))
    row.toggleAttribute('hidden', order.givenBack === 0);
  const refunded = toRefunds(order).map(({ code, text }) => build('li', { 'data-refunded': code }, text));
  document.querySelector('.notices')?.replaceChildren(...refunded);
  document.querySelector('main')?.removeAttribute('aria-busy');
  if (order.bought.length > order.delivered.length) setTimeout(() => void look(order), PERIOD);
}

/** Asks again, and shows what has changed. @param {any} before */
async function look(before) {
  const { order } = await shopOrders.read(orderId);
  if (order && order.delivered.length !== before.delivered.length) show(order);
  else setTimeout(() => void look(before), PERIOD);
}

/**
 * Below an extra: its confirmation, whether its provider knows, and how to cancel it.
 * @param {import('./order-rows.js').OrderRow} row @param {any} order @param {import('./words/en.js').Words} words @returns {Node[]}
 */
function buildActs({ bought, isRefunded }, order, words) {
  if (isRefunded) return [build('small', {}, build('b', {}, words.refunded))];
  if (!bought) return [];
  const { name, itemConfirmationUrl, isCancelled, isDelivered } = bought;
  const link = build(
    'a',
    {
      href: itemConfirmationUrl,
      target: '_blank',
      rel: 'noopener',
      'aria-label': words.confirmationOf(name),
    },
    words.confirmation,
  );
  if (isCancelled) return [build('small', { class: 'acts' }, link, build('b', {}, words.cancelled))];
  const button = build(
    'button',
    { type: 'button', 'data-act': 'cancel', 'aria-label': words.cancelItem(name) },
    words.cancel,
  );
  button.addEventListener('click', () => void askToCancel(bought, order, words));
  const state = isDelivered ? [build('span', { class: 'delivered' }, words.delivered)] : [];
  return [build('small', { class: 'acts' }, ...state, link, button)];
}

/**
 * Asks once more, then cancels an extra that was bought.
 * @param {any} bought @param {any} order @param {import('./words/en.js').Words} words
 */
function askToCancel({ name, totalPrice, itemReservationId }, order, words) {
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('#cancellation'));
  const money = moneyOf(order.cart);
  setText(dialog.querySelector('h2'), words.cancelAsk(name));
  setText(dialog.querySelector('p'), words.cancelGives(money.format(money.toMinor(totalPrice))));
  dialog.returnValue = '';
  dialog.onclose = () => {
    if (dialog.returnValue === 'cancel') void cancel(itemReservationId, words);
  };
  dialog.showModal();
}

/** @param {string} itemReservationId @param {import('./words/en.js').Words} words */
async function cancel(itemReservationId, words) {
  const { order, error } = await shopOrders.cancel(orderId, itemReservationId);
  const said = words.errors[/** @type {keyof typeof words.errors} */ (error ?? '')];
  setText(document.querySelector('[data-order="status"]'), error ? (said ?? error) : '');
  if (order) show(order);
}
