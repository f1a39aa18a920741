// @ts-check
import { toCosts, toLines } from './cart-lines.js';
import { countOf, totalText } from './cart-sums.js';
import { build, reconcile, setText } from './dom.js';
import { wordsOf } from './words.js';

/**
 * @typedef {import('./cart-lines.js').Line} Line
 * @typedef {import('./words/en.js').Words} Words
 */

/**
 * Draws the cart into the page's `[data-cart]`, `[data-total]` and `[data-count]` parts, now and after each change.
 * @param {import('./shop-cart.js').ShopCart} cart
 * @param {() => boolean} [isAnswered] whether a placement is on the page
 */
export function showCart(cart, isAnswered = () => true) {
  const list = /** @type {HTMLElement} */ (document.querySelector('[data-cart="lines"]'));
  const costs = /** @type {HTMLElement} */ (document.querySelector('[data-cart="costs"]'));
  const heading = /** @type {HTMLElement} */ (document.querySelector('[data-cart="heading"]'));
  const words = wordsOf(cart.state.goods.lang);

  list.addEventListener('click', ({ target }) => {
    const button = /** @type {Element} */ (target).closest('[data-act]');
    const row = /** @type {HTMLElement | null | undefined} */ (button?.closest('[data-key]'));
    const line = toLines(cart.state).find((one) => rowKey(one) === row?.dataset.key);
    if (!button || !line || button.getAttribute('aria-disabled') === 'true') return;
    const wanted = { add: line.next + 1, subtract: line.next - 1, remove: 0, restore: line.restored };
    const act = /** @type {keyof typeof wanted} */ (button.getAttribute('data-act'));
    cart.want(line.key, wanted[act], isAnswered());
  });

  const draw = () => {
    const { state } = cart;
    reconcile(list, toLines(state), {
      key: rowKey,
      make: (line) => (line.quantity > 0 ? buildLine(line, words) : buildRemovedLine(line, words)),
      update(node, line) {
        if (line.quantity > 0) updateLine(node, line);
      },
      fallback: heading,
    });
    reconcile(costs, toCosts(state), {
      key: ({ id }) => id,
      make: ({ id }) => build('div', { 'data-cost': id }, build('dt'), build('dd')),
      update(node, { name, price }) {
        setText(node.querySelector('dt'), name);
        setText(node.querySelector('dd'), price);
      },
    });
    const count = words.items(countOf(state));
    const total = totalText(state);
    for (const node of document.querySelectorAll('[data-total]')) setText(node, total);
    for (const node of document.querySelectorAll('[data-count]')) setText(node, count);
  };
  cart.subscribe(draw);
  draw();
}

/** A line that was taken out is another row. @param {Line} line */
function rowKey({ key, quantity }) {
  return quantity > 0 ? key : `removed ${key}`;
}

/** @param {Line} line @param {Words} words */
function buildLine({ id, name }, words) {
  const steps = { class: 'stepper', role: 'group', 'aria-label': words.quantityOf(name) };
  return build(
    'li',
    { class: 'line', 'data-line': id },
    build('span', { class: 'line-name' }, name),
    build('span', { class: 'line-total' }),
    build('span', { class: 'line-detail' }),
    build('span', { class: 'line-unit-price' }),
    build(
      'div',
      steps,
      buildButton('subtract', words.removeOne(name), '−'),
      build('output', { class: 'line-quantity' }),
      buildButton('add', words.addOne(name), '+'),
    ),
    buildButton('remove', words.removeAll(name), words.remove),
    build('p', { class: 'line-notice', role: 'status' }),
  );
}

/** @param {Line} line @param {Words} words */
function buildRemovedLine({ id, name }, words) {
  const text = build('span', {}, words.removed(name));
  return build(
    'li',
    { class: 'line-removed', 'data-removed': id },
    text,
    buildButton('restore', words.putBackAll(name), words.putBack),
  );
}

/** @param {string} act @param {string} label @param {string} text */
function buildButton(act, label, text) {
  return build('button', { type: 'button', 'data-act': act, 'aria-label': label }, text);
}

/** @param {HTMLElement} node @param {Line} line */
function updateLine(node, line) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (node.querySelector(selector));
  setText(part('.line-name'), line.name);
  setText(part('.line-detail'), line.detail);
  setText(part('.line-unit-price'), line.unitPrice);
  setText(part('.line-total'), line.totalPrice);
  setText(part('.line-quantity'), String(line.quantity));
  setText(part('.line-notice'), line.notice);
  part('[data-act="subtract"]').setAttribute('aria-disabled', String(line.next <= line.minimum));
  part('[data-act="add"]').setAttribute('aria-disabled', String(line.next >= line.maximum));
  for (const step of node.querySelectorAll('.stepper button')) step.toggleAttribute('hidden', line.isFixed);
  node.toggleAttribute('data-fixed', line.isFixed);
  node.toggleAttribute('data-busy', line.isBusy);
}
