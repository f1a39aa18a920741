/** The language that `node` is in: the nearest `lang`, looked for through shadow hosts too; empty where nobody says. */
export function nearestLang(node: Element): string {
  for (let from: Element | null = node; from; from = hostOf(from)) {
    const nearest = from.closest('[lang]');
    if (nearest) return nearest.getAttribute('lang') ?? '';
  }
  return '';
}

/** Calls `changed` whenever the language that `node` is in becomes another one; the result stops it. */
export function watchLang(node: Element, changed: () => void): () => void {
  let lang = nearestLang(node);
  const observer = new MutationObserver(() => {
    const now = nearestLang(node);
    if (now === lang) return;
    lang = now;
    changed();
  });
  for (let from: Element | null = node; from; from = hostOf(from)) {
    observer.observe(from.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
  }
  return () => observer.disconnect();
}

/** The host of the shadow tree that `node` is in. */
function hostOf(node: Element): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
