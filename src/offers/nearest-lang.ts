/** The language that `node` is in: the nearest `lang` above it as it is drawn; empty where nobody says. */
export function nearestLang(node: Element): string {
  for (const above of upwards(node)) if (above.hasAttribute('lang')) return above.getAttribute('lang') ?? '';
  return '';
}

/** `lang` as headers and formats take it; undefined for no language tag, such as "english" or an empty one. */
export function toLanguageTag(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** True where `node` runs as its language does: no `dir` is as near as the nearest `lang`. */
export function runsAsItsLanguage(node: Element): boolean {
  for (const above of upwards(node)) {
    if (above.hasAttribute('dir')) return false;
    if (above.hasAttribute('lang')) return true;
  }
  return false;
}

/** Calls `changed` when the language that `node` is in, or which way it runs, may be another one. The result stops it. */
export function watchLang(node: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (const above of upwards(node))
    observer.observe(above.getRootNode(), { subtree: true, attributeFilter: ['lang', 'dir'] });
  return () => observer.disconnect();
}

/** `node` and what is above it on the screen: what is slotted is in its slot, and a shadow tree in its host. */
export function* upwards(node: Element): Generator<Element> {
  for (let above: Element | null = node; above; above = parentOf(above)) yield above;
}

function parentOf(node: Element): Element | null {
  const root = node.getRootNode();
  return node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
