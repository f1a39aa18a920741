// @ts-check

/**
 * An element with attributes and children; text always goes in as text.
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
export function build(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Writes `text` only when it differs, so that nothing is announced twice. @param {Element | null} node @param {string} text */
export function setText(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}

/**
 * Makes the children of `list` one node per item, in order. A key keeps its node, so focus stays where it is; when the
 * focused node goes, focus moves to the same button of a neighbour, else to `fallback`.
 * @template T
 * @param {HTMLElement} list
 * @param {readonly T[]} items
 * @param {{key: (item: T) => string, make: (item: T) => HTMLElement, update: (node: HTMLElement, item: T) => void,
 *   fallback?: HTMLElement}} how
 */
export function reconcile(list, items, { key, make, update, fallback }) {
  const children = /** @type {HTMLElement[]} */ ([...list.children]);
  const old = new Map(children.map((node) => [node.dataset.key, node]));
  const keys = new Set(items.map(key));
  const gone = children.filter((node) => !keys.has(node.dataset.key ?? ''));
  const lost = children.findIndex((node) => gone.includes(node) && node.contains(document.activeElement));
  const act = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.act;

  for (const node of gone) node.remove();
  items.forEach((item, index) => {
    const node = old.get(key(item)) ?? make(item);
    node.dataset.key = key(item);
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
    update(node, item);
  });

  if (lost < 0) return;
  const neighbour = list.children[Math.min(lost, list.children.length - 1)];
  const heir =
    neighbour?.querySelector(`[data-act="${act}"]`) ?? neighbour?.querySelector('[data-act]') ?? fallback;
  /** @type {HTMLElement | undefined} */ (heir)?.focus();
}
