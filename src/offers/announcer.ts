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

/** Makes the region, empty: one that appears together with its text is not read out. */
export function liveRegion(): HTMLElement {
  if (region?.isConnected) return region;
  region = document.createElement('div');
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  region.dataset['roktUpsellStatus'] = '';
  Object.assign(region.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  document.body.append(region);
  return region;
}
