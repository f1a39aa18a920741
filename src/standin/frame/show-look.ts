import type { PageLook } from '../protocol.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync('body { display: flow-root; margin: 0; } html { overflow: hidden; }');

/** Shows the frame as its page looks where it stands, in the page's language. */
export function show({ lang, scheme, fontFamily, fontSize, properties }: PageLook): void {
  const root = document.documentElement;
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  root.lang = lang;
  // The frame's own scheme has to be the page's, or the frame is no longer seen through.
  Object.assign(root.style, { colorScheme: scheme, fontFamily, fontSize });
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
}
