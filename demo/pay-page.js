// @ts-check
import { countDown } from './count-down.js';
import { setText } from './dom.js';
import { belongsHere, dressPage, orderId, shopOrders, showGone, whenShown } from './flow.js';
import { showNotices } from './pay-notices.js';
import { moneyOf } from './money.js';
import { showOrderLines } from './order-lines.js';
import { showStrip } from './strip.js';

/** How often it asks what has become of a payment that this page has not made, ms. */
const PERIOD = 700;

const form = /** @type {HTMLFormElement} */ (document.querySelector('#checkout'));
const button = /** @type {HTMLButtonElement} */ (document.querySelector('.primary'));
const status = document.querySelector('[data-order="status"]');
const lock = /** @type {HTMLElement} */ (document.querySelector('.lock'));
const over = /** @type {HTMLElement} */ (document.querySelector('.lock-over'));

/** The order as it was told last. @type {any} */
let order;
/** @type {import('./words/en.js').Words} */
let words;
let isPaying = false;
let stopClock = () => {};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void pay();
});
for (const card of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-card]')))
  card.addEventListener('click', () => {
    /** @type {HTMLInputElement} */ (form.elements.namedItem('cardNumber')).value = card.dataset.card ?? '';
  });
document
  .querySelector('[data-act="hold-again"]')
  ?.addEventListener('click', () => void reserve(order.selected));
document.querySelector('[data-act="go-without"]')?.addEventListener('click', () => void reserve([]));
whenShown(() => void start());

async function start() {
  const { order: read, error } = await shopOrders.read(orderId);
  // While a payment is under way an answer that is lost is asked for again.
  if (error === 'no-answer' && order) return void setTimeout(() => void start(), PERIOD);
  if (error) return showGone(error);
  showStrip(orderId, read.caseName);
  if (read.state === 'cart' && !read.showsUpsell) return reserve([]);
  take(read);
}

/** Holds these extras in the place of what is held. @param {any[]} selected */
async function reserve(selected) {
  setText(status, '');
  const { order: held, error } = await shopOrders.reserve(orderId, { selected });
  if (error) return setText(status, words?.errors['no-answer'] ?? error);
  take(held);
  // What was pressed is gone.
  if (document.activeElement === document.body) button.focus();
}

/** Shows the order as it is now; leaves where it belongs elsewhere. @param {any} told */
function take(told) {
  order = told;
  if (!belongsHere('pay', order)) return;
  words = dressPage('pay', order);
  showOrderLines(order);
  const { format } = moneyOf(order.cart);
  const isUnderWay = order.state !== 'held';
  form.toggleAttribute('data-waiting', isUnderWay || isPaying);
  button.ariaDisabled = String(isUnderWay || isPaying || order.dearer.length > 0);
  setText(button, isUnderWay || isPaying ? words.paying : words.pay(format(order.total)));
  for (const node of document.querySelectorAll('[data-total]')) setText(node, format(order.total));
  showNotices(order, reserve);
  if (order.isDeclined) setText(status, words.errors.declined);
  showHold();
  document.querySelector('main')?.removeAttribute('aria-busy');
  if (!isUnderWay || isPaying) return;
  setText(status, order.state === 'paid' ? words.paidNotConfirmed : words.payingLong);
  setTimeout(() => void start(), PERIOD);
}

/** Counts down what is left of the hold, by the service's clock, and says when it is over. */
function showHold() {
  const isHeld = order.state === 'held' && order.heldFor !== null;
  const isOver = isHeld && order.heldFor === 0;
  lock.hidden = !isHeld || isOver;
  over.hidden = !isOver;
  if (isOver) button.ariaDisabled = 'true';
  stopClock();
  if (!isHeld || isOver) return;
  stopClock = countDown(order.heldFor, (left) => {
    if (left !== null) return setText(lock.querySelector('[data-left]'), left);
    order.heldFor = 0;
    showHold();
  });
}

async function pay() {
  if (button.ariaDisabled === 'true') return;
  const cardNumber = String(new FormData(form).get('cardNumber'));
  isPaying = true;
  setText(status, '');
  take(order);
  const { order: paid, error } = await shopOrders.pay(orderId, { cardNumber, total: order.total });
  isPaying = false;
  if (paid) take(paid);
  else take(order);
  if (error) setText(status, words.errors[/** @type {keyof typeof words.errors} */ (error)] ?? error);
}
