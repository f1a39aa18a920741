import { RoktUpsellElement } from '../../../build/element/index.js';

customElements.define('rokt-upsell', RoktUpsellElement);

/** Changes that a launcher tells, through the whole element, against the dispatch of the same events. */

/** Rokt's Launcher contract, and nothing more: `tell` is a placement that says something. */
function newLauncher() {
  const callbacks = [];
  const on = (name) => ({
    subscribe(callback) {
      if (name === 'V2_CART_ITEM_UPDATED') callbacks.push(callback);
      return () => undefined;
    },
  });
  const settled = async () => undefined;
  const placement = { on, send: settled, ready: settled, close: settled, getAlias: () => 'bench' };
  let selections = 0;
  const launcher = {
    async selectPlacements() {
      selections++;
      const all = { getPlacements: async () => [placement], setAttributes: settled, context: {} };
      return { ...placement, ...all };
    },
  };
  const tell = (body) => {
    for (const callback of callbacks) callback({ type: 'V2_CART_ITEM_UPDATED', body });
  };
  return { launcher, tell, selections: () => selections };
}

const itemOf = (n, quantity) => ({
  cartItemId: `item-${n}`,
  catalogItemId: `plan-${n}`,
  currency: 'USD',
  description: 'Covers drops, spills and theft',
  name: `Plan ${n}`,
  providerData: '{}',
  quantity,
  unitPrice: 20.99,
  totalPrice: Math.round(2099 * quantity) / 100,
});

/** An element that is ready, and holds so many items. @param {number} held */
async function openElement(held) {
  const { launcher, tell, selections } = newLauncher();
  const element = new RoktUpsellElement();
  element.launcher = launcher;
  const ready = new Promise((resolve) => element.addEventListener('placements-ready', resolve));
  document.body.append(element);
  await ready;
  for (let n = 0; n < held; n++) tell({ cartItem: itemOf(n, 1), oldCartItem: null });
  return { element, tell, selections };
}

/** Milliseconds of an update, through the element, of so many. @param {number} times @param {number} held */
export async function measureUpdates(times, held) {
  const { element, tell } = await openElement(held);
  let heard = 0;
  const listen = () => {
    heard++;
  };
  document.addEventListener('cart-item-updated', listen);
  const [one, two] = [itemOf(0, 1), itemOf(0, 2)];
  const started = performance.now();
  for (let n = 0; n < times; n++) {
    const isEven = n % 2 === 0;
    tell({ cartItem: isEven ? two : one, oldCartItem: isEven ? one : two });
  }
  const took = (performance.now() - started) / times;
  document.removeEventListener('cart-item-updated', listen);
  element.remove();
  if (heard !== times) throw new Error(`expected ${times} events, got ${heard}`);
  return took;
}

/** Milliseconds of a bare dispatch of an event with the same detail, of so many. @param {number} times */
export function measureDispatch(times) {
  const element = document.createElement('div');
  document.body.append(element);
  let heard = 0;
  const listen = () => {
    heard++;
  };
  document.addEventListener('cart-item-updated', listen);
  const [one, two] = [itemOf(0, 1), itemOf(0, 2)];
  const started = performance.now();
  for (let n = 0; n < times; n++) {
    const detail = {
      cartItem: two,
      oldCartItem: one,
      change: 'updated',
      origin: 'placement',
      cartItems: [two],
    };
    element.dispatchEvent(new CustomEvent('cart-item-updated', { detail, bubbles: true, composed: true }));
  }
  const took = (performance.now() - started) / times;
  document.removeEventListener('cart-item-updated', listen);
  element.remove();
  return heard === times ? took : NaN;
}

/** How often placements are selected on a page that writes its cart's total into the attributes, 50 times. */
export async function countSelections() {
  const { element, selections } = await openElement(1);
  for (let total = 1; total <= 50; total++) {
    element.placementAttributes = { eventId: '1', total };
    await new Promise((resolve) => setTimeout(resolve));
  }
  element.remove();
  return selections();
}

/** Connects and disconnects an element. @param {number} times */
export async function comeAndGo(times) {
  for (let n = 0; n < times; n++) {
    const { element } = await openElement(1);
    const closed = new Promise((resolve) => element.addEventListener('placements-closed', resolve));
    element.remove();
    await closed;
  }
}
