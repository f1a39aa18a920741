// @ts-check

/** @typedef {{ name: string, title: string, hint?: string }} Scene */

/** Each state that an offer, a placement or the whole upsell can be in. @type {readonly Scene[]} */
export const scenes = [
  { name: 'available', title: 'Available, alone' },
  { name: 'list', title: 'Available, two of them' },
  { name: 'compact', title: 'Available, three of them' },
  { name: 'carousel', title: 'Available, a carousel' },
  { name: 'added', title: 'Added' },
  { name: 'repriced', title: 'Added, and its price has changed since' },
  { name: 'required', title: 'Required, beside an optional one' },
  { name: 'declined', title: 'Declined', hint: 'Only a shopper can decline: press the second button.' },
  { name: 'removed', title: 'Removed', hint: 'Press the bin, or Remove: for six seconds it can be undone.' },
  { name: 'pending', title: 'The page’s work on it is under way' },
  { name: 'failed', title: 'The page’s work on it fails', hint: 'Press the first button: the shop is full.' },
  { name: 'sold-out', title: 'Sold out, and held while it is' },
  { name: 'ends', title: 'Available until a time' },
  { name: 'expired', title: 'Ended, and held while it is' },
  { name: 'long-texts', title: 'Long texts' },
  { name: 'no-image', title: 'Without an image' },
  { name: 'broken-image', title: 'With an image that does not come' },
  { name: 'loading', title: 'Loading' },
  { name: 'empty', title: 'No offers' },
  { name: 'unavailable', title: 'Offers cannot be had' },
];

/** What the page's cart holds, as a shop says it. */
const heldItems = [
  { cartItemId: 'added-parking', catalogItemId: 'added-parking', quantity: 2 },
  { cartItemId: 'removed-parking', catalogItemId: 'removed-parking', quantity: 1 },
  { cartItemId: 'added-cover', catalogItemId: 'added-cover', quantity: 1 },
  { cartItemId: 'expired-cover', catalogItemId: 'expired-cover', quantity: 1 },
  { cartItemId: 'sold-out-cover', catalogItemId: 'sold-out-cover', quantity: 1 },
];

/** Launchers of a page's own, for what no file of offers can show. */
const launchers = {
  loading: () => new Promise(() => undefined),
  empty: async () => ({ selectPlacements: async () => emptySelection }),
  unavailable: async () => {
    throw new Error('There is no shop behind this one.');
  },
};

const emptySelection = {
  getPlacements: async () => [],
  setAttributes: async () => undefined,
  on: () => ({ subscribe: () => undefined }),
  send: async () => undefined,
  ready: async () => undefined,
  close: async () => undefined,
};

/**
 * Draws the scenes into `root`, by what any page can say to the element: a file of offers, attributes, `heldItems`, `updateCartItem()`
 * and `waitUntil()`. Those that are not among `shown` are hidden.
 * @param {HTMLElement} root
 * @param {{ folder: string, lang: string, shown: readonly string[] }} options `folder` has the files of offers, one a language
 * @returns {Promise<void>} resolves when every scene is in its state, but for those that need a shopper
 */
export async function drawScenes(root, { folder, lang, shown }) {
  root.replaceChildren(...scenes.map((scene) => toSection(scene, !shown.includes(scene.name))));
  const phases = Object.entries(launchers).map(([name, launcher]) => showPhase(root, name, launcher));
  const upsell = await show(root, {
    offersUrl: `${folder}/${lang}.json`,
    heldItems,
    targetId: 'mount-offers',
  });
  await upsell.updateCartItem({ catalogItemId: 'pending-parking', quantity: 1 });
  const carousel = {
    offersUrl: `${folder}/carousel-${lang}.json`,
    layout: 'carousel',
    targetId: 'mount-carousel',
  };
  await show(root.querySelector('#scene-carousel'), carousel);
  await showRepriced(root.querySelector('#scene-repriced'), folder, lang);
  await Promise.all(phases);
}

/** What the carousel sells, added at its price there and then found at another one. @param {Element | null} place @param {string} folder @param {string} lang */
async function showRepriced(place, folder, lang) {
  const upsell = await show(place, {
    offersUrl: `${folder}/carousel-${lang}.json`,
    targetId: 'mount-repriced',
  });
  await upsell.updateCartItem({ catalogItemId: 'carousel-parking', quantity: 1 });
  const isReady = reach(upsell, 'placements-ready', 'placements-failed');
  upsell.offersUrl = `${folder}/repriced-${lang}.json`;
  await isReady;
}

/** An element whose offers are on the page. @param {Element | null} place @param {object} properties @returns {Promise<any>} */
async function show(place, properties) {
  const upsell = document.createElement('rokt-upsell');
  Object.assign(upsell, { accountId: '222', ...properties });
  upsell.addEventListener('cart-item-updated', work);
  const isReady = reach(upsell, 'placements-ready', 'placements-failed');
  place?.append(upsell);
  await isReady;
  return upsell;
}

/** The shop's own work on a change: one never ends, one fails. @param {any} event */
function work({ detail: { cartItem, waitUntil } }) {
  if (cartItem?.catalogItemId === 'pending-parking') waitUntil(new Promise(() => undefined));
  if (cartItem?.catalogItemId === 'failed-parking') waitUntil(Promise.reject(new Error('The shop is full.')));
}

/** @param {Scene} scene @param {boolean} hidden */
function toSection({ name, title, hint }, hidden) {
  const section = document.createElement('section');
  section.dataset['scene'] = name;
  section.hidden = hidden;
  const heading = document.createElement('h2');
  heading.append(title);
  const place = document.createElement('div');
  place.id = `scene-${name}`;
  section.append(heading, place);
  if (hint) {
    const note = document.createElement('p');
    note.append(hint);
    heading.after(note);
  }
  return section;
}

/** An upsell of its own, for a phase. @param {HTMLElement} root @param {string} name @param {() => Promise<unknown>} launcher */
async function showPhase(root, name, launcher) {
  const upsell = document.createElement('rokt-upsell');
  for (const [slot, text] of [
    ['loading', 'Looking for extras for your order …'],
    ['empty', 'There is nothing to add.'],
    ['failed', 'Extras cannot be shown right now. Your order is not affected.'],
  ]) {
    const note = document.createElement('p');
    note.slot = slot ?? '';
    note.append(text ?? '');
    upsell.append(note);
  }
  Object.assign(upsell, { launcher, targetId: `mount-${name}`, timeout: 2 ** 31 - 1 });
  const isThere = reach(upsell, `placements-${name === 'unavailable' ? 'failed' : name}`);
  root.querySelector(`#scene-${name}`)?.append(upsell);
  await isThere;
}

/** Resolves with the first of these events. @param {Element} node @param {string[]} types */
function reach(node, ...types) {
  return new Promise((resolve) => {
    for (const type of types) node.addEventListener(type, resolve, { once: true });
  });
}
