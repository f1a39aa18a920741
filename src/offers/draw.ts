/** What is set on an element: `text` is all that is in it, the rest are attributes; what is false or undefined is not there. */
export type Settings = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element as it is to be. */
export interface Wanted {
  readonly tag: string;
  readonly set: Settings;
  readonly inside: readonly Part[];
}

/** A place for an element, which may be empty. */
export type Part = Wanted | false | undefined;

interface Drawn {
  readonly node: Element;
  readonly wanted: Wanted;
}

const SVG = 'http://www.w3.org/2000/svg';
const drawings = new WeakMap<Element | ShadowRoot, readonly (Drawn | undefined)[]>();

/** An element as it is to be, for {@link draw}. */
export function h(tag: string, set: Settings = {}, ...inside: readonly Part[]): Wanted {
  return { tag, set, inside };
}

/**
 * Brings what is in `parent` in line with `parts`, and touches nothing that is so already. An element stays as long as its place
 * wants one of its kind. What others have put there is left alone, and so is what has become of a text that stays the same;
 * no markup is parsed, so no Trusted Types policy is needed.
 */
export function draw(parent: Element | ShadowRoot, parts: readonly Part[]): void {
  const before = drawings.get(parent) ?? [];
  let next: Element | null = null;
  const after = Array.from(parts, (): Drawn | undefined => undefined);
  for (let place = parts.length - 1; place >= 0; place--) {
    const drawn = drawPart(before[place], parts[place] || undefined);
    after[place] = drawn;
    if (!drawn) continue;
    if (drawn.node !== before[place]?.node) parent.insertBefore(drawn.node, next);
    next = drawn.node.parentNode === parent ? drawn.node : next;
  }
  for (const gone of before.slice(parts.length)) gone?.node.remove();
  drawings.set(parent, after);
}

function drawPart(before: Drawn | undefined, wanted: Wanted | undefined): Drawn | undefined {
  const isKept = before && before.wanted.tag === wanted?.tag;
  if (!isKept) before?.node.remove();
  if (!wanted) return undefined;
  const node = isKept ? before.node : createElement(wanted.tag);
  const old = isKept ? before.wanted.set : {};
  for (const name of Object.keys({ ...old, ...wanted.set })) {
    if (old[name] !== wanted.set[name]) apply(node, name, wanted.set[name]);
  }
  if (wanted.inside.length > 0 || (isKept && before.wanted.inside.length > 0)) draw(node, wanted.inside);
  return { node, wanted };
}

function createElement(tag: string): Element {
  return tag === 'svg' || tag === 'path' ? document.createElementNS(SVG, tag) : document.createElement(tag);
}

function apply(node: Element, name: string, value: Settings[string]): void {
  if (name === 'text') node.textContent = String(value ?? '');
  else if (value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : String(value));
}
