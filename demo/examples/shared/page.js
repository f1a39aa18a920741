// @ts-check
import { addSdkPlus } from '../../launcher-choice.js';
import { showStrip } from '../../strip.js';

let isStarted = false;

/**
 * What each example's page has besides its framework, once however often it is asked for: the demo strip is filled, and the focus of what
 * goes moves to what has stood around it.
 */
export function startPage() {
  if (isStarted) return;
  isStarted = true;
  showStrip('', null, true);
  keepFocus();
}

/** What the address says by this name: `order`, which the page goes on with, or the `case` that goes wrong on purpose. @param {'order' | 'case'} name */
export function inAddress(name) {
  return new URLSearchParams(location.search).get(name) ?? '';
}

/**
 * What a page notes of the order that it shows: its address names it, the demo strip lists its calls, and SDK+ has its session where the
 * address asks for SDK+.
 * @param {import('../../shop-orders.js').ShopOrder} order
 */
export function noteOrder(order) {
  const { orderId, caseName } = order;
  const url = new URL(location.href);
  url.searchParams.set('order', orderId);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
  showStrip(orderId, caseName, true);
  addSdkPlus(order);
}

/** Who pressed what is gone, or is no link any more, then comes to the next heading: of the summary when a line goes, of the page when a step does. */
function keepFocus() {
  /** @type {Element | null} */
  let focused = null;
  /** @type {Element | null | undefined} */
  let summary;
  const note = (/** @type {FocusEvent} */ { target }) => {
    focused = /** @type {Element} */ (target);
    summary = focused.closest('.summary');
  };
  const observer = new MutationObserver(() => {
    // A link without an address cannot have the focus, which leaves it some time later.
    const isLost = focused && (!focused.isConnected || focused.matches('a:not([href])'));
    if (!isLost || ![document.body, focused].includes(document.activeElement)) return;
    const place = summary?.isConnected ? summary : document.querySelector('main');
    /** @type {HTMLElement | null | undefined} */ (place?.querySelector('h1, h2'))?.focus();
  });
  document.addEventListener('focusin', note);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['href'] });
}
