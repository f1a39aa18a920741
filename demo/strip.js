// @ts-check
import { caseOf } from './cases/cases.mjs';
import { callWords } from './documented-words.js';
import { build } from './dom.js';
import { chosen, FAULTS } from './launcher-choice.js';
import { createShopOrders } from './shop-orders.js';

const LAUNCHER_NAMES = { 'first-party': 'first-party', hosted: 'hosted-style', mparticle: 'SDK+' };
/** How often it looks for new calls while it is open, ms. */
const PERIOD = 1_500;

const shopOrders = createShopOrders();

/**
 * Fills the demo strip at the foot of the page, once: who draws the offers, what is wrong there, and what goes over the wire on both sides.
 * @param {string} [orderId] without one there are no calls yet; it may be told later
 * @param {string | null} [caseName] what goes wrong with the order on purpose
 * @param {boolean} [hasElement] whether the page has the tag, now or later
 */
export function showStrip(
  orderId,
  caseName = null,
  hasElement = document.querySelector('#upsell-tag') !== null,
) {
  const strip = /** @type {HTMLDetailsElement} */ (document.querySelector('.demo'));
  if (strip.childElementCount === 0) fillStrip(strip, caseName, hasElement);
  if (!orderId || strip.dataset.order === orderId) return;
  const isFirst = strip.dataset.order === undefined;
  strip.dataset.order = orderId;
  if (isFirst) followCalls(strip);
}

/** @param {HTMLDetailsElement} strip @param {string | null} caseName @param {boolean} hasElement */
function fillStrip(strip, caseName, hasElement) {
  const state = build(
    'span',
    { class: 'latest', 'data-log': 'latest' },
    caseOf(caseName)?.title ?? 'what goes over the wire',
  );
  const phase = build(
    'span',
    { class: 'phase', 'data-phase': 'idle' },
    build('i', { 'data-log': 'phase' }, 'idle'),
  );
  const summary = build(
    'summary',
    {},
    build('b', {}, 'Demo'),
    ' ',
    ...(hasElement ? [phase, ' '] : []),
    state,
  );
  const logs = [
    ...(hasElement
      ? [buildLog('Page ↔ element', build('ol', { 'data-log': 'rows' }), 'Events and answers')]
      : []),
    buildLog('Back end ↔ upsell service', build('ol', { 'data-log': 'calls' }), 'Calls of the back end'),
  ];
  strip.replaceChildren(
    summary,
    build('div', { class: 'demo-body' }, buildControls(), build('div', { class: 'logs' }, ...logs)),
  );
  strip.lang = 'en';
}

/** Lists the calls of the order that the strip is of, for as long as the page is there. @param {HTMLDetailsElement} strip */
function followCalls(strip) {
  const list = /** @type {HTMLElement} */ (strip.querySelector('[data-log="calls"]'));
  const refresh = async () => showCalls(list, await shopOrders.calls(strip.dataset.order ?? ''));
  strip.addEventListener('toggle', () => void refresh());
  setInterval(() => {
    if (strip.open && !document.hidden) void refresh();
  }, PERIOD);
}

function buildControls() {
  const { launcher, fault = 'none' } = chosen();
  const toLink = (
    /** @type {string} */ text,
    /** @type {Record<string, string | null>} */ change,
    isChosen = false,
  ) => {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(change))
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    return build('a', { href: url.href, ...(isChosen && { 'aria-current': 'true' }) }, text);
  };
  const launchers = Object.entries(LAUNCHER_NAMES).map(([name, text]) =>
    toLink(text, { launcher: name, fault: null }, name === launcher),
  );
  const faults = ['none', ...FAULTS].map((name) =>
    toLink(name, { launcher: 'hosted', fault: name === 'none' ? null : name }, name === fault),
  );
  return build(
    'nav',
    { class: 'demo-controls', 'aria-label': 'Demo controls' },
    build('p', {}, 'Launcher ', ...launchers),
    build('p', {}, 'Fault ', ...faults),
    build('p', {}, build('a', { href: '/cases.html' }, 'Every case of the flow')),
  );
}

/** @param {string} title @param {HTMLElement} list @param {string} label */
function buildLog(title, list, label) {
  const log = build(
    'div',
    { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': label, tabindex: '0' },
    list,
  );
  return build('section', { 'aria-label': title }, build('h2', {}, title), log);
}

/** @param {HTMLElement} list @param {any[]} calls */
function showCalls(list, calls) {
  const rows = calls.map(({ at, path, status, request, answer }) =>
    build(
      'li',
      { 'data-call': path },
      build('time', {}, at.slice(11, 23)),
      build('b', {}, `POST ${path}`),
      build('i', {}, status === 0 ? 'no answer' : String(status)),
      build('q', {}, callWords(path)),
      buildBody('→', request),
      buildBody('←', answer),
    ),
  );
  if (rows.length === list.children.length && !calls.some(({ status }) => status === 0)) return;
  list.replaceChildren(...rows);
}

/** @param {string} arrow @param {unknown} body */
function buildBody(arrow, body) {
  return build('code', {}, `${arrow} ${JSON.stringify(body)}`);
}
