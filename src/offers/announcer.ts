/** Quick changes are told once, when they have come to rest, ms. */
const REST = 400;

let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells `text` to assistive technology, politely, by the document's one live region; a newer text replaces an untold one. */
export function announce(text: string): void {
  const live = liveRegion();
  clearTimeout(timer);
  timer = setTimeout(() => {
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  }, REST);
}

/**
 * The region, there and where it can be heard: one that appears together with its text is not read out, and a modal dialog
 * makes everything else inert. What a snapshot of the page has brought along is the region, or goes.
 */
export function liveRegion(): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>('[data-rokt-upsell-status]')];
  const live = all.find((one) => one === region) ?? all[0] ?? createRegion();
  for (const other of all) if (other !== live) other.remove();
  if (live !== region) live.textContent = '';
  region = live;
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  if (live.parentNode !== place) place.append(live);
  return live;
}

function createRegion(): HTMLElement {
  const created = document.createElement('div');
  created.setAttribute('role', 'status');
  created.setAttribute('aria-live', 'polite');
  created.dataset['roktUpsellStatus'] = '';
  Object.assign(created.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  return created;
}
