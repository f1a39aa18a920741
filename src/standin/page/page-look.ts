import type { PageLook } from '../protocol.ts';

/** Those that a page sets to make the offers its own. */
const PROPERTIES = [
  '--rokt-upsell-accent',
  '--rokt-upsell-on-accent',
  '--rokt-upsell-radius',
  '--rokt-upsell-gap',
];

/** How the page looks and speaks where `place` stands, whose own colour is the page's canvas. */
export function pageLook(place: Element): PageLook {
  const style = getComputedStyle(place);
  const properties = PROPERTIES.map((name) => [name, style.getPropertyValue(name).trim()] as const);
  return {
    lang: langOf(place),
    scheme: schemeOf(style),
    fontFamily: style.fontFamily,
    fontSize: style.fontSize,
    properties: Object.fromEntries(properties.filter(([, value]) => value)),
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

/** Dark where the page's own canvas is, by whatever the page says so: a frame has the colour of it. */
function schemeOf(style: CSSStyleDeclaration): 'dark' | 'light' {
  const [red = 255, green = 255, blue = 255] = (style.color.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue < 384 ? 'dark' : 'light';
}
