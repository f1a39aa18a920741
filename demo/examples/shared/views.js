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
 * What a shopper can do about the quantity of a line: `isOff` where its bounds forbid it.
 * @param {import('../../cart-lines.js').Line} line
 * @returns {{act: string, sign: string, label: string, quantity: number, isOff: boolean}[]}
 */
export function stepsOf({ name, next, minimum, maximum, isFixed }) {
  if (isFixed) return [];
  const less = { act: 'subtract', sign: '−', label: words.removeOne(name), quantity: next - 1 };
  const more = { act: 'add', sign: '+', label: words.addOne(name), quantity: next + 1 };
  return [
    { ...less, isOff: next <= minimum },
    { ...more, isOff: next >= maximum },
  ];
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
    rows: toOrderRows(order),
    notices: order.state === 'done' ? toRefunds(order) : toPay,
    left,
    total,
    button: isPaying ? words.paying : words.pay(total),
    isPaying,
    isBlocked: isPaying || isOver || order.dearer.length > 0,
    status,
    number: `${words.orderNumber} ${order.orderId.slice(0, 8).toUpperCase()}`,
    thanks: order.cart.thanks,
    paidAfterAll: order.givenBack > 0 ? format(order.total - order.givenBack) : '',
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
