import { nearestLang, upwards } from '../../offers/nearest-lang.ts';
import { defaults } from '../../offers/tokens.ts';
import type { PageLook } from '../protocol.ts';

/** What a page can set of the offers: what has a default of theirs, and what is the page's own without. */
const TOKENS = [...Object.keys(defaults), 'font', 'font-size', 'heading'];

/** How the page looks and speaks where `place` stands, whose own colour is the page's canvas. */
export function pageLook(place: Element): PageLook {
  const style = getComputedStyle(place);
  const { fontFamily, fontSize, color } = style;
  const properties = TOKENS.map((token) => `--rokt-upsell-${token}`)
    .map((name) => [name, style.getPropertyValue(name).trim()] as const)
    .filter(([, value]) => value);
  return {
    lang: nearestLang(place),
    scheme: isDark(color) ? 'dark' : 'light',
    ...{ fontFamily, fontSize, rootFontSize: getComputedStyle(document.documentElement).fontSize },
    properties: Object.fromEntries(properties),
  };
}

/** Calls `changed` with the look of the page where `place` stands whenever it has become another one, until `signal` aborts. */
export function watchLook(place: Element, signal: AbortSignal, changed: (look: PageLook) => void): void {
  let shown = JSON.stringify(pageLook(place));
  const look = () => {
    const now = pageLook(place);
    const text = JSON.stringify(now);
    if (text === shown) return;
    shown = text;
    changed(now);
  };
  const observer = new MutationObserver(look);
  for (const above of upwards(place)) observer.observe(above, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
}

/** Whether a computed colour is nearer to black than to white. */
function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue < 384;
}
