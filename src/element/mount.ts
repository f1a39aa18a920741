import { UpsellError } from '../model/index.ts';

/** Where placements appear. */
export interface Mount {
  readonly node: Element;
  /** Why nothing can be drawn there. */
  readonly unfit: UpsellError | undefined;
  /** Why Rokt, who looks a node up by its id in the document, would not draw there. */
  readonly unreachable: UpsellError | undefined;
}

/** Marks what an element appends. A clone or a snapshot has the mark as well, and is known by it. */
const MARK = 'data-rokt-upsell-mount';

/** The children of an element that may be its mount: of the slot without a name, and able to show something. */
const CANDIDATES =
  `:scope > :not([${MARK}], [slot]:not([slot='']), [hidden], [type='hidden'], base, br, datalist, link, meta, ` +
  'noscript, script, style, template, title)';

/** By the content model of HTML. A placement is a block. */
const HOLDS_BLOCKS =
  /-|^(address|article|aside|blockquote|center|dd|del|details|dialog|div|dt|fieldset|figcaption|figure|footer|form|header|ins|li|main|nav|search|section|t[dh])$/;

/** What elements have appended, and the nodes by whose id Rokt has been asked to draw. */
const appended = new WeakSet<Element>();
const claimed = new WeakMap<Element, string>();

/** Takes out of `host` what has come by a clone or a snapshot of another element: nobody is behind it. */
export function dropCopies(host: Element): void {
  for (const copy of host.querySelectorAll(`:scope > [${MARK}], rokt-upsell-offers`)) {
    if (!appended.has(copy)) copy.remove();
  }
}

/**
 * The mount of `host`, which is there afterwards: the page's own child, which is left alone, or else a `<div>` that is appended
 * here, with the target's id unless something else has that.
 */
export function ensureMount(host: Element, targetId: string): Mount {
  dropCopies(host);
  const own = pagesMount(host, targetId);
  const before = host.querySelector(`:scope > [${MARK}]`);
  if (own) before?.remove();
  const node = own ?? before ?? append(host);

  const id = own ? own.id : targetId;
  const others = id ? [...document.querySelectorAll(`#${CSS.escape(id)}`)].filter((one) => one !== node) : [];
  if (!own && others.length === 0) node.id = id;
  const unreachable = toUnreachable(node, id, others);
  if (!unreachable) claimed.set(node, id);
  else if (!own) node.removeAttribute('id');
  return { node, unfit: toUnfit(node), unreachable };
}

/** What has the target's id; else the first child that can hold a block; else the first. */
function pagesMount(host: Element, targetId: string): Element | undefined {
  const children = [...host.querySelectorAll(CANDIDATES)];
  const nodes = children.flatMap((child) => [child, ...child.querySelectorAll('[id]')]);
  return nodes.find(({ id }) => id === targetId) ?? children.find(canHoldBlocks) ?? children[0];
}

function append(host: Element): Element {
  const node = document.createElement('div');
  node.setAttribute(MARK, '');
  appended.add(node);
  host.append(node);
  return node;
}

function canHoldBlocks(node: Element): boolean {
  return HOLDS_BLOCKS.test(node.localName) || node instanceof HTMLUnknownElement;
}

function toUnfit(node: Element): UpsellError | undefined {
  if (canHoldBlocks(node)) return undefined;
  return new UpsellError('target-unreachable', `<${node.localName}> cannot hold a placement: use a <div>`);
}

/** @param others what else in the document has the id */
function toUnreachable(node: Element, id: string, others: readonly Element[]): UpsellError | undefined {
  if (node.getRootNode() !== document) {
    return new UpsellError('target-unreachable', `"${id}" is in a shadow tree, where Rokt does not look`);
  }
  // Whoever was there first goes on.
  if (claimed.get(node) === id || !others.some((other) => isBefore(other, node, id))) return undefined;
  return new UpsellError('duplicate-target', `"${id}" is the id of another node too: set target-id`);
}

/** True when `other` has the id with more right than `node`: Rokt draws there, or would find it first. */
function isBefore(other: Element, node: Element, id: string): boolean {
  const isFound = other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  return claimed.get(other) === id || node.id !== id || isFound > 0;
}
