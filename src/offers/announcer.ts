import { unseen } from './css.ts';
import { upwards } from './nearest-lang.ts';

/** Quick changes are told once, when they have come to rest, ms. */
const REST = 400;

let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** What is still to be told, by what it is about. */
const untold = new Map<string, string>();

/**
 * Tells `text` to assistive technology, politely, by the document's one live region; a newer text replaces an untold one that is
 * about the same.
 *
 * @param from what it is told of: the region is where that can be heard
 * @param about what is told only once, such as an item's id
 */
export function announce(text: string, from: Element, about = text): void {
  const live = liveRegion(from);
  untold.set(about, text);
  clearTimeout(timer);
  timer = setTimeout(() => {
    const texts = new Set(untold.values());
    untold.clear();
    live.replaceChildren(...Array.from(texts, toParagraph));
  }, REST);
}

/**
 * The region, there and where it can be heard: one that appears together with its text is not read out, and a modal dialog
 * makes everything else inert. What a snapshot of the page has brought along is the region, or goes.
 */
export function liveRegion(from: Element): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>('[data-rokt-upsell-status]')];
  const live = region?.isConnected ? region : (all[0] ?? createRegion());
  for (const other of all) if (other !== live) other.remove();
  if (live !== region) live.textContent = '';
  region = live;
  const place = placeFor(from);
  if (live.parentNode !== place) place.append(live);
  return live;
}

/** The modal dialog around `from`, also where a shadow tree has it; else the one that is open; else the body. */
function placeFor(from: Element): Element {
  for (const above of upwards(from)) if (above.matches('dialog:modal, [aria-modal=true]')) return above;
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
}

function toParagraph(text: string): HTMLElement {
  return Object.assign(document.createElement('p'), { textContent: text });
}

function createRegion(): HTMLElement {
  const created = document.createElement('div');
  created.setAttribute('role', 'status');
  created.setAttribute('aria-live', 'polite');
  created.dataset['roktUpsellStatus'] = '';
  created.style.cssText = unseen;
  return created;
}
