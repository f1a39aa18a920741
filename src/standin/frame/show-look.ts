import type { PageLook } from '../protocol.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync('html { overflow: hidden; } body { display: flow-root; margin: 0; }');

/** Shows the frame as its page looks where it stands, in the page's language. */
export function show(look: PageLook): void {
  const { documentElement: root, body, adoptedStyleSheets } = document;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  root.lang = look.lang;
  root.style.cssText = '';
  // The frame's own scheme has to be the page's, or the frame is no longer seen through.
  Object.assign(root.style, { colorScheme: look.scheme, fontSize: look.rootFontSize });
  Object.assign(body.style, { fontFamily: look.fontFamily, fontSize: look.fontSize });
  for (const [name, value] of Object.entries(look.properties)) root.style.setProperty(name, value);
}
