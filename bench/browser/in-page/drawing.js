import { createOffersLauncher } from '../../../build/offers/index.js';
import { offersDocument } from './offers-document.js';
import { cardsOf, change, changesBetween, Twin, withoutComments } from './twin.js';

/** Drawing, ours against the twin; each act gives the milliseconds that one of its kind took. */

const WITH_LAYOUT = true;

/** Draws `count` offers once, for real, and gives what both sides need. @param {number} count */
async function prepare(count) {
  const host = newHost();
  const json = JSON.stringify(offersDocument(count));
  await drawOurs(json, host);
  const element = host.querySelector('rokt-upsell-offers');
  const twin = new Twin(element.shadowRoot);
  const { placements } = JSON.parse(json);
  expectSame(element.shadowRoot, twin.draw(document.createElement('div'), placements[0].offers));
  const given = { json, element, twin, offers: placements[0].offers, ...updateOfOne(element) };
  host.remove();
  return given;
}

/** Ours, from the text of the offers until they are ready. @param {string} json @param {Element} host */
async function drawOurs(json, host) {
  const launcher = await createOffersLauncher({ offers: JSON.parse(json), target: host });
  const selection = await launcher.selectPlacements({ attributes: {} });
  await selection.ready();
}

/** One of the items at 2, and at 3. @param {any} element */
function updateOfOne(element) {
  const { items } = element;
  const at = (/** @type {number} */ quantity) => items.with(0, { ...items[0], quantity });
  const drawn = (/** @type {number} */ quantity) => {
    element.items = at(quantity);
    element.performUpdate();
    return cardsOf(element.shadowRoot)[0].cloneNode(true);
  };
  const [two, three] = [drawn(2), drawn(3)];
  const card = withoutComments(two);
  const cards = { 3: changesBetween(two, three), 2: changesBetween(three, two) };
  element.items = items;
  element.performUpdate();
  return { at, card, cards };
}

/** @typedef {Awaited<ReturnType<typeof prepare>>} Given */

const sides = {
  /** @param {Given} given */
  ours({ element }, isWithLayout) {
    const { elementProperties } = element.constructor;
    return drawnOften((host) => {
      const fresh = document.createElement('rokt-upsell-offers');
      for (const name of elementProperties.keys()) fresh[name] = element[name];
      host.append(fresh);
      fresh.performUpdate();
      if (isWithLayout) layOut(fresh);
    });
  },
  /** @param {Given} given */
  twin({ twin, offers }, isWithLayout) {
    return drawnOften((host) => {
      const fresh = document.createElement('div');
      twin.draw(fresh, offers);
      host.append(fresh);
      if (isWithLayout) layOut(fresh);
    });
  },
};

/** @type {Record<string, (given: any) => number | Promise<number>>} */
const acts = {
  'ours, layout': (given) => sides.ours(given, WITH_LAYOUT),
  'twin, layout': (given) => sides.twin(given, WITH_LAYOUT),
  'ours, script': (given) => sides.ours(given, !WITH_LAYOUT),
  'twin, script': (given) => sides.twin(given, !WITH_LAYOUT),
  async 'ours, text to ready'({ json }) {
    const host = newHost();
    const started = performance.now();
    await drawOurs(json, host);
    return ended(started, host);
  },
  async 'twin, text to ready'({ json, twin }) {
    const host = newHost();
    const started = performance.now();
    const { placements } = JSON.parse(json);
    const fresh = document.createElement('div');
    twin.draw(fresh, placements[0].offers);
    host.append(fresh);
    return ended(started, host);
  },
  'ours, one of them'({ element, at }) {
    if (!element.isConnected) document.body.append(element);
    const [two, three] = [at(2), at(3)];
    return repeated((isEven) => {
      element.items = isEven ? two : three;
      element.performUpdate();
    });
  },
  'twin, one of them'({ card, cards }) {
    if (!card.isConnected) document.body.append(card);
    return repeated((isEven) => change(card, isEven ? cards[2] : cards[3], isEven ? 41.98 : 62.97));
  },
};

/** @type {Map<number, Given>} */
const prepared = new Map();

/** Milliseconds of one act. @param {{ act: string, count: number }} asked */
export async function measure({ act, count }) {
  const given = prepared.get(count) ?? (await prepare(count));
  prepared.set(count, given);
  return acts[act](given);
}

/** What the twin is made of, as text: its author would have it in the script. @param {number} count */
export async function describe(count) {
  const { element } = prepared.get(count) ?? (await prepare(count));
  const { adoptedStyleSheets } = element.shadowRoot;
  const rules = adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
  return {
    html: withoutComments(element.shadowRoot.querySelector('section')).outerHTML,
    styles: rules.join('\n'),
  };
}

function newHost() {
  const host = document.createElement('div');
  document.body.append(host);
  return host;
}

/** Milliseconds of one of some, each in a place of its own: the clock of a page is coarse. @param {(host: Element) => void} draw */
function drawnOften(draw) {
  const hosts = Array.from({ length: 10 }, newHost);
  const started = performance.now();
  for (const host of hosts) draw(host);
  const took = performance.now() - started;
  for (const host of hosts) host.remove();
  return took / hosts.length;
}

/** @param {number} started @param {Element} host */
function ended(started, host) {
  const took = performance.now() - started;
  host.remove();
  return took;
}

/** Milliseconds of one of many: the clock of a page is coarse. @param {(isEven: boolean) => void} act */
function repeated(act) {
  const times = 400;
  const started = performance.now();
  for (let n = 0; n < times; n++) act(n % 2 === 0);
  return (performance.now() - started) / times;
}

function layOut(element) {
  if (element.getBoundingClientRect().height === 0) throw new Error('expected something to see, got nothing');
}

/** @param {ShadowRoot} ours @param {ShadowRoot} twins */
function expectSame(ours, twins) {
  const [one, other] = [ours, twins].map((root) => withoutComments(root.querySelector('section')).outerHTML);
  if (one !== other) throw new Error(`expected the same DOM, got\n${one}\nand\n${other}`);
}
