// @ts-check
import { messageWords } from './documented-words.js';
import { build, setText } from './dom.js';

/** Every event of the element. */
export const upsellEvents = [
  'placements-loading',
  'placements-ready',
  'placements-empty',
  'placements-failed',
  'placements-closed',
  'cart-item-updated',
  'offer-engaged',
  'link-requested',
  'upsell-error',
  'update-failed',
];
/** How many rows a log keeps. */
const longestLog = 200;

/** What adds a row for an element that is listed already. @type {WeakMap<object, (type: string, details: unknown) => void>} */
const logs = new WeakMap();

/**
 * Lists every event of the element in the demo strip, shows its phase there, and returns a function that adds a row. Of a page without
 * a strip nothing is listed.
 * @param {any} upsell
 */
export function showLog(upsell) {
  const list = /** @type {HTMLElement | null} */ (document.querySelector('[data-log="rows"]'));
  const listed = logs.get(upsell);
  if (listed || !list) return listed ?? (() => {});
  const latest = document.querySelector('[data-log="latest"]');

  const add = (/** @type {string} */ type, /** @type {unknown} */ details = '') => {
    const time = new Date().toISOString().slice(11, 23);
    const text = toText(details);
    const row = build(
      'li',
      { 'data-event': type },
      build('time', {}, time),
      build('b', {}, type),
      build('span', {}, text),
      build('q', {}, messageWords(type)),
    );
    list.append(row);
    if (list.children.length > longestLog) list.firstElementChild?.remove();
    if (list.parentElement) list.parentElement.scrollTop = list.parentElement.scrollHeight;
    setText(latest, `${type} ${text}`);
  };

  logs.set(upsell, add);

  const showPhase = () => {
    const phase = String(upsell.phase ?? 'not loaded');
    for (const node of document.querySelectorAll('[data-phase]')) node.setAttribute('data-phase', phase);
    setText(document.querySelector('[data-log="phase"]'), phase);
  };

  for (const type of upsellEvents)
    upsell.addEventListener(type, (/** @type {CustomEvent} */ { detail }) => {
      add(type, toLogText(detail));
      showPhase();
    });
  customElements.whenDefined('rokt-upsell').then(showPhase);
  showPhase();
  return add;
}

/** The part of an event's detail that fits one row. @param {any} detail */
function toLogText(detail) {
  const { error, change, origin, cartItem, oldCartItem, ...rest } = detail ?? {};
  if (error) {
    const because = String(error.message).replace(/^[a-z-]+: /, '');
    return toText({ ...rest, error: error.code ?? error.name, because });
  }
  if (!change) return toText(rest);
  const { catalogItemId, cartItemId } = cartItem ?? oldCartItem ?? {};
  const quantities = `${oldCartItem?.quantity ?? 0} → ${cartItem?.quantity ?? 0}`;
  return `${change} ${catalogItemId} ${quantities} · origin: ${origin} · ${cartItemId}`;
}

/** `a: 1 · b: two`; a text stays as it is. @param {unknown} details */
function toText(details) {
  if (typeof details === 'string') return details;
  return Object.entries(details ?? {})
    .filter(([, value]) => value !== undefined && typeof value !== 'function')
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? '…' : String(value)}`)
    .join(' · ');
}
