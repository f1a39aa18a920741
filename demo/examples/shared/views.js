// @ts-check
import { toCosts, toLines } from '../../cart-lines.js';
import { countOf, isWaiting, totalText } from '../../cart-sums.js';
import { moneyOf } from '../../money.js';
import { toDearer, toHoldOver, toRefunds, toRefusals } from '../../order-notices.js';
import { toOrderRows } from '../../order-rows.js';
import { toSteps } from '../../order-steps.js';
import { en as words } from '../../words/en.js';

/**
 * @typedef {import('../../cart-state.js').CartState} CartState
 * @typedef {import('./order-flow.js').FlowState} FlowState
 * @typedef {ReturnType<typeof cartView>} CartView
 * @typedef {ReturnType<typeof orderView>} OrderView
 */

/** What the cart and the extras show: texts as the shopper reads them. @param {CartState} cart @param {FlowState} flow */
export function cartView(cart, { step, status, isBusy }) {
  const isExtras = step === 'extras';
  return {
    title: isExtras ? words.extrasTitle : words.cartTitle,
    lines: toLines(cart),
    costs: toCosts(cart),
    total: totalText(cart),
    items: words.items(countOf(cart)),
    button: isExtras ? words.toPayment : words.checkOut,
    isBlocked: isBusy || isWaiting(cart),
    status,
  };
}

/**
 * The buttons for one less and one more of a line: at a bound the quantity stays as it is.
 * @param {import('../../cart-lines.js').Line} line
 */
export function stepsOf({ name, next, minimum, maximum, isFixed }) {
  if (isFixed) return [];
  return [
    toButton('subtract', '−', words.removeOne(name), Math.max(next - 1, minimum), next),
    toButton('add', '+', words.addOne(name), Math.min(next + 1, maximum), next),
  ];
}

/** @param {string} act @param {string} sign @param {string} label @param {number} quantity @param {number} next */
function toButton(act, sign, label, quantity, next) {
  const attributes = { 'data-act': act, 'aria-label': label, 'aria-disabled': quantity === next };
  return { sign, quantity, attributes };
}

/** What the payment and the receipt show. @param {FlowState} flow of which there is an order */
export function orderView({ order, status, isBusy, left }) {
  if (!order) throw new TypeError('expected a flow with an order, got one without');
  const { format } = moneyOf(order.cart);
  const isPaying = isBusy || order.state !== 'held';
  const isOver = left === null;
  const toPay = [...(isOver ? [toHoldOver(order)] : []), ...toDearer(order), ...toRefusals(order)];
  const total = format(order.total);
  return {
    rows: toOrderRows(order).map((row) => (row.isRefunded ? { ...row, detail: words.refunded } : row)),
    notices: order.state === 'done' ? toRefunds(order) : toPay,
    left,
    total,
    totals: [
      { name: words.total, price: total },
      ...(order.givenBack > 0
        ? [{ name: words.paidAfterAll, price: format(order.total - order.givenBack) }]
        : []),
    ],
    button: isPaying ? words.paying : words.pay(total),
    isPaying,
    isBlocked: isPaying || isOver || order.dearer.length > 0,
    status,
    number: `${words.orderNumber} ${order.orderId.slice(0, 8).toUpperCase()}`,
    thanks: order.cart.thanks,
    paidWith: words.paidWith(order.card ?? ''),
  };
}

/** The steps of the checkout, as the head of the page shows them; those that may be gone back to have an address. @param {FlowState} flow */
export function stepsView({ step: here, order }) {
  const steps = toSteps(here, order ?? { cart: {}, showsUpsell: true });
  return steps.map(({ step, name, isHere, isOpen }) => ({
    step,
    name,
    current: /** @type {'step' | undefined} */ (isHere ? 'step' : undefined),
    href: isOpen ? '#checkout' : undefined,
  }));
}
