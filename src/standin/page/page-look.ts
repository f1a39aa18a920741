import type { PageLook } from '../protocol.ts';

/** What a page can set of the offers, each by `--rokt-upsell-` and this name. */
const TOKENS = [
  ...['surface', 'surface-2', 'selected-surface', 'text', 'text-muted', 'accent', 'on-accent'],
  ...['success', 'danger', 'focus', 'border', 'border-width', 'control-border', 'control-size', 'shadow'],
  ...['radius', 'padding', 'gap', 'image-size', 'image-radius'],
  ...['button-radius', 'button-weight', 'button-max', 'duration', 'easing'],
  ...['font', 'font-size', 'small-size', 'name-weight', 'price-size', 'heading', 'heading-size'],
];

/** How the page looks and speaks where `place` stands, whose own colour is the page's canvas. */
export function pageLook(place: Element): PageLook {
  const style = getComputedStyle(place);
  const { fontFamily, fontSize, color } = style;
  const properties = TOKENS.map((token) => `--rokt-upsell-${token}`)
    .map((name) => [name, style.getPropertyValue(name).trim()] as const)
    .filter(([, value]) => value);
  return {
    lang: langOf(place),
    scheme: isDark(color) ? 'dark' : 'light',
    ...{ fontFamily, fontSize, rootFontSize: getComputedStyle(document.documentElement).fontSize },
    properties: Object.fromEntries(properties),
  };
}

/** The nearest `lang`; empty where the page says none. */
export function langOf(place: Element): string {
  return place.closest('[lang]')?.getAttribute('lang') ?? '';
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
  for (let node: Element | null = place; node; node = node.parentElement) {
    observer.observe(node, { attributes: true });
  }
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
}

/** Whether a computed colour is nearer to black than to white. */
function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue < 384;
}
