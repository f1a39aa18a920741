// @ts-check
import { openCart, withExtras } from '../../cart-state.js';
import { isEmpty, isWaiting, toOrdered } from '../../cart-sums.js';
import { stepOf } from '../../order-steps.js';
import { createShopOrders } from '../../shop-orders.js';
import { en as words } from '../../words/en.js';
import { followOrder } from './follow-order.js';
import { inAddress, noteOrder } from './page.js';
import { orderView } from './views.js';

/**
 * @typedef {import('../../cart-state.js').CartState} CartState
 * @typedef {import('../../order-steps.js').Step} Step
 * @typedef {import('../../shop-orders.js').ShopOrder} ShopOrder
 *
 * @typedef {object} FlowState What a page shows of the checkout besides its cart; never changed in place.
 * @property {Step} step
 * @property {ShopOrder | null} order as the back end has told it last
 * @property {string} status what went wrong, for the shopper
 * @property {boolean} isBusy while an answer is due
 * @property {string | null} left how much time what is held has yet: `4:59`; empty where nothing is held, null once it is over
 */

/** What a checkout starts with. @type {FlowState} */
export const flowStart = { step: 'cart', order: null, status: '', isBusy: false, left: '' };

/** The order of a page, which its back end keeps: what the page asks for, and what it is told. */
export class OrderFlow {
  /** @type {string | undefined} */
  #sessionId;
  #orders = createShopOrders();
  #state = flowStart;
  #tell;
  #stopFollowing = () => {};

  /** @param {(state: FlowState) => void} tell is told each change */
  constructor(tell) {
    this.#tell = tell;
  }

  /** Goes on with the order that the address names, when the page is loaded again. @returns {Promise<CartState | undefined>} its cart */
  async resume() {
    const orderId = inAddress('order');
    const { order } = orderId ? await this.#orders.read(orderId) : { order: null };
    if (!order) return undefined;
    this.#take(order);
    return withExtras(openCart(order.cart), order.selected);
  }

  /** The session of the offers that the shopper chooses from: the shop reserves by it. @param {string | undefined} sessionId */
  useSession(sessionId) {
    this.#sessionId = sessionId;
  }

  /**
   * From the cart to the extras, where the back end says that there are some; from there, or past them, to the payment.
   * @param {CartState} cart
   */
  async goOn(cart) {
    if (this.#state.isBusy || isWaiting(cart)) return;
    if (isEmpty(cart)) return this.#becomes({ status: words.emptyCart });
    const ordered = toOrdered(cart);
    const { step } = this.#state;
    const isKept = await this.#settle(this.#keep(ordered));
    if (!isKept || (step === 'cart' && this.#state.order?.showsUpsell)) return;
    await this.reserve(ordered.selected);
  }

  /** Holds these extras at the prices of now, in the place of what was held. @param {object[]} selected */
  async reserve(selected) {
    const wished = { selected, ...(this.#sessionId && { sessionId: this.#sessionId }) };
    await this.#settle(this.#orders.reserve(this.#state.order?.orderId ?? '', wished));
  }

  /** Pays what the shopper has seen, unless something has to be decided before. @param {string} cardNumber */
  async pay(cardNumber) {
    const { order } = this.#state;
    if (order && !orderView(this.#state).isBlocked)
      await this.#settle(this.#orders.pay(order.orderId, { cardNumber, total: order.total }));
  }

  /** Back to an earlier step of an order that may still be changed: what is held is let go. @param {Step} step */
  async goBack(step) {
    const { order, isBusy } = this.#state;
    if (isBusy) return;
    if (order?.state === 'held') await this.#settle(this.#orders.release(order.orderId));
    if (this.#state.order?.state === 'cart') this.#becomes({ step, status: '' });
  }

  /** Opens the order, or has the back end keep the cart as it is; at the cart it asks what there is to show for it. @param {ReturnType<typeof toOrdered>} ordered */
  async #keep(ordered) {
    const { order, step } = this.#state;
    const { quantities, delivery } = ordered;
    const caseName = inAddress('case');
    const opening = { story: 'concert', ...(caseName && { case: caseName }), quantities, delivery };
    if (!order) return this.#orders.open(opening);
    const kept = await this.#orders.keepCart(order.orderId, ordered);
    return step === 'cart' ? this.#orders.checkOut(order.orderId, { quantities, delivery }) : kept;
  }

  /** Waits for what the back end answers, and shows it. @param {ReturnType<ReturnType<typeof createShopOrders>['read']>} answer */
  async #settle(answer) {
    this.#becomes({ isBusy: true, status: '' });
    const { order, error } = await answer;
    this.#becomes({ isBusy: false });
    if (order) this.#take(order);
    if (error) this.#becomes({ status: words.errors[/** @type {'declined'} */ (error)] ?? error });
    return !error;
  }

  /** Shows an order as the back end has told it, and the step that it is at. @param {ShopOrder} order */
  #take(order) {
    const step = stepOf(order);
    this.#becomes({ order, step: step === 'extras' && !order.showsUpsell ? 'cart' : step });
    noteOrder(order);
    this.#stopFollowing();
    this.#stopFollowing = followOrder(order, {
      tellLeft: (left) => this.#becomes({ left }),
      read: async () => this.#take((await this.#orders.read(order.orderId)).order ?? order),
    });
  }

  /** @param {Partial<FlowState>} change */
  #becomes(change) {
    this.#state = { ...this.#state, ...change };
    this.#tell(this.#state);
  }
}
