import { connectCart } from '/script/cart.js';
import { showCart } from '/cart-view.js';
import { build, reconcile, setText } from '/dom.js';
import { ShopCart } from '/shop-cart.js';
import * as shop from '/examples/shared/shop.js';

const { words } = shop;
const find = (selector, root = document) => root.querySelector(selector);
const goods = await (await fetch('/stories/concert.json')).json();
const cart = new ShopCart(goods);
let flow = shop.flowStart;
/** What the page shows at each step; the extras are chosen beside the cart. */
const main = {
  cart: find('main'),
  extras: find('main'),
  pay: find('main', find('#pay').content),
  receipt: find('main', find('#receipt').content),
};
let disconnect = () => {};
const order = new shop.OrderFlow((state) => {
  const before = flow.step;
  flow = state;
  if (flow.step === before) draw();
  else enter();
});

shop.startPage();
fillCart();
showCart(cart, () => flow.step === 'extras');
cart.subscribe(draw);
const listen = (form, act) => form.addEventListener('submit', shop.submits(act));
listen(find('form', main.cart), () => order.goOn(cart.state));
listen(find('form', main.pay), (event) => order.pay(shop.cardNumberIn(event)));
draw();
const kept = await order.resume();
if (kept) cart.restore(kept);

/** What stays as it is: the event, the deliveries, the test cards. */
function fillCart() {
  const facts = goods.event.facts.map(({ term, text }) =>
    build('div', {}, build('dt', {}, term), build('dd', {}, text)),
  );
  find('.facts').append(...facts);
  for (const { name, hint, price, delivery } of shop.deliveriesOf(goods)) {
    const input = build('input', { type: 'radio', name: 'delivery' });
    input.checked = delivery === cart.state.delivery;
    input.addEventListener('change', () => cart.setDelivery(delivery));
    const text = build('span', {}, name, ' ', build('small', {}, hint));
    find('.choices').append(build('label', {}, input, text, build('b', {}, price)));
  }
  for (const { name, number } of shop.testCards) {
    const button = build('button', { type: 'button', value: number }, name);
    button.addEventListener('click', shop.fillCard);
    find('.test-cards', main.pay).append(button);
  }
}

/** The page at a new step: the tag is there for as long as the extras are chosen. */
function enter() {
  disconnect();
  disconnect = () => {};
  find('rokt-upsell')?.remove();
  find('main').replaceWith(main[flow.step]);
  find('.bought')?.toggleAttribute('hidden', flow.step !== 'cart');
  draw();
  if (flow.step === 'extras') disconnect = addUpsell();
  find('h1').focus();
}

/** Adds the tag for the order, aligned with the shop's cart; returns a function that ends that. */
function addUpsell() {
  const fragment = find('.upsell template').content.cloneNode(true);
  const upsell = find('rokt-upsell', fragment);
  const attributes = {
    ...shop.launcherAttributes(flow.order),
    'placement-attributes': JSON.stringify(goods.attributes),
  };
  for (const [name, value] of Object.entries(attributes)) upsell.setAttribute(name, value);
  const log = shop.showLog(upsell);
  upsell.addEventListener('placements-ready', ({ detail }) => order.useSession(detail.sessionId));
  find('.upsell').append(fragment);
  return connectCart(upsell, cart, {
    onConflict(conflict) {
      log('conflict', conflict);
      cart.dropUpsellWish(conflict.cartItemId);
    },
  });
}

/** Writes what there is to see now into the page. */
function draw() {
  const step = { key: (one) => `${one.name} ${one.current} ${one.href}`, make: buildStep, update: () => {} };
  reconcile(find('.steps ol'), shop.stepsView(flow), step);
  const shown = main[flow.step];
  const isOrdered = shown !== main.cart;
  const view = isOrdered ? shop.orderView(flow) : shop.cartView(cart.state, flow);
  for (const node of shown.querySelectorAll('[data-view]')) setText(node, view[node.dataset.view] ?? '');
  find('.primary', shown)?.setAttribute('aria-disabled', view.isBlocked);
  if (!isOrdered) return;
  find('.lock')?.toggleAttribute('hidden', !view.left);
  for (const fields of shown.querySelectorAll('.fields')) fields.ariaBusy = view.isPaying;
  const row = { key: ({ name, price }) => `${name} ${price}`, make: buildRow, update: drawDelivered };
  reconcile(find('.ordered', shown), view.rows, row);
  reconcile(find('.totals', shown), view.totals, {
    key: ({ price }) => price,
    make: buildTotal,
    update: () => {},
  });
  reconcile(find('.notices', shown), view.notices, {
    key: ({ text }) => text,
    make: buildNotice,
    update: () => {},
  });
}

/** A step of the checkout; an earlier one may be gone back to. */
function buildStep({ step, name, href, current }) {
  const link = build('a', href ? { href } : {}, name);
  link.addEventListener('click', () => {
    if (href) void order.goBack(step);
  });
  return build('li', current ? { 'aria-current': current } : {}, link);
}

/** A row of the order; an extra that was bought has its confirmation, and says whether its provider knows. */
function buildRow({ id, name, price, detail, bought }) {
  const row = build('li', { 'data-ordered': id }, build('span', {}, name), build('span', {}, price));
  if (detail) row.append(build('small', {}, detail));
  if (!bought) return row;
  const link = { href: bought.itemConfirmationUrl, target: '_blank', rel: 'noopener' };
  const delivered = build('span', { class: 'delivered' }, words.delivered);
  row.append(
    build('small', { class: 'acts' }, delivered, build('a', link, words.confirmationOf(bought.name))),
  );
  return row;
}

function buildTotal({ name, price }) {
  return build('p', { class: 'total' }, build('span', {}, name), ' ', build('strong', {}, price));
}

function drawDelivered(row, { bought }) {
  find('.delivered', row)?.toggleAttribute('hidden', !bought.isDelivered);
}

/** What the shopper has to know, and may have to choose. */
function buildNotice({ code, text, answers }) {
  const buttons = answers.map(({ text: answer, selected }) => {
    const button = build('button', { type: 'button' }, answer);
    button.addEventListener('click', () => void order.reserve(selected));
    return button;
  });
  return build('li', { 'data-notice': code }, build('p', {}, text), ...buttons);
}
