import { type LowContrast, lowContrasts } from './low-contrasts.ts';

export { type LowContrast, lowContrasts };

const told = new Set<string>();
const offers = new Set<Element>();

watch();

/**
 * For whoever works on a theme, and for no shopper: looks at all offers that are drawn, and again when the page's scheme or the attributes
 * of its root change, and tells each contrast that is too low once, in the console and by the tokens' names.
 */
function watch(): void {
  document.addEventListener('placements-ready', (event) => {
    const [element] = event.composedPath();
    if (element instanceof Element) find(element.getRootNode() as Document | ShadowRoot);
  });
  for (const scheme of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(scheme).addEventListener('change', check);
  const themes = new MutationObserver(check);
  themes.observe(document.documentElement, { attributes: true });
  // An early script finds none.
  if (document.body as HTMLElement | null) themes.observe(document.body, { attributes: true });
  find(document);
}

function find(root: Document | ShadowRoot): void {
  for (const element of root.querySelectorAll('rokt-upsell-offers')) offers.add(element);
  check();
}

/** Looks once the page's style sheets are there, and the colours drawn. */
function check(): void {
  if (document.readyState !== 'complete') {
    addEventListener('load', check, { once: true });
    return;
  }
  requestAnimationFrame(() => {
    // Those are the browser's own colours, whatever is set.
    if (matchMedia('(forced-colors: active)').matches) return;
    for (const element of offers) if (!element.isConnected) offers.delete(element);
    const lines = new Set([...offers].flatMap(linesOf));
    const news = [...lines].filter((line) => !told.has(line));
    for (const line of news) told.add(line);
    if (news.length > 0) console.warn(['<rokt-upsell>: too little contrast', ...news].join('\n'));
  });
}

function linesOf(element: Element): string[] {
  return lowContrasts(element).map(({ token, on, colours: [colour, behind], ratio, needed }) => {
    const shown = Math.floor(ratio * 100) / 100;
    return `${token} (${colour}) on ${on} (${behind}): ${shown}:1, at least ${needed}:1 is needed`;
  });
}
