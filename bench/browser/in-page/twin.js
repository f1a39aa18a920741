/**
 * The same DOM as somebody would write it by hand for speed: one template for all cards, cloned, and what differs set in place.
 *
 * It is derived from what our renderer has drawn, so that both draw the same, also after the look has changed; prices are
 * formatted by a cached Intl.NumberFormat, as ours are.
 */
export class Twin {
  /** @param {ShadowRoot} root what is drawn, with cards of one shape */
  constructor(root) {
    this.sheets = root.adoptedStyleSheets;
    const frame = withoutComments(root.querySelector('section'));
    const cards = cardsOf(frame);
    this.listPath = pathTo(frame, cards[0].parentNode);
    this.template = cards[0].cloneNode(true);
    this.marks = cards.map((card) => differences(this.template, card).map(withPrice));
    for (const card of cards) card.remove();
    this.frame = frame;
  }

  /** Draws all cards into a new element's shadow root. @param {Element} host @param {readonly { cartItem: { unitPrice: number } }[]} offers */
  draw(host, offers) {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = this.sheets;
    const frame = this.frame.cloneNode(true);
    const list = nodeAt(frame, this.listPath);
    offers.forEach(({ cartItem }, index) => {
      const card = this.template.cloneNode(true);
      for (const mark of this.marks[index]) apply(card, mark, price.format(cartItem.unitPrice));
      for (const control of card.querySelectorAll('button, input, a')) {
        control.addEventListener('click', onClick);
      }
      list.append(card);
    });
    root.append(frame);
    return root;
  }
}

/** What turns one card into another, as somebody would write it who knows what changes. @param {Element} before @param {Element} after */
export function changesBetween(before, after) {
  return differences(withoutComments(before), withoutComments(after)).map(withPrice);
}

/** @param {Element} card without comments @param {readonly Mark[]} marks @param {number} total */
export function change(card, marks, total) {
  const amount = price.format(total);
  for (const mark of marks) apply(card, mark, amount);
}

/** A copy without what a renderer has left for itself. @param {Element} element */
export function withoutComments(element) {
  const copy = element.cloneNode(true);
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  const needless = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode.nodeType === Node.COMMENT_NODE || currentNode.data.trim() === '')
      needless.push(currentNode);
  }
  for (const node of needless) node.remove();
  copy.normalize();
  return copy;
}

/** @param {Element} root */
export const cardsOf = (root) => [...root.querySelectorAll('li')];

/**
 * A text or an attribute that differs; with a price, the texts around it.
 *
 * @typedef {{ path: number[], name?: string, value: string | null, around?: string[] }} Mark
 */

const price = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const onClick = () => undefined;

/** @returns {Mark[]} */
function differences(from, to, path = []) {
  if (from.nodeType === Node.TEXT_NODE) {
    return from.data === to.data ? [] : [{ path, value: to.data }];
  }
  if (from.localName !== to.localName || from.childNodes.length !== to.childNodes.length) {
    throw new Error(`expected cards of one shape, got another at ${path.join('.')} (${from.localName})`);
  }
  const names = new Set([...from.getAttributeNames(), ...to.getAttributeNames()]);
  const own = [...names]
    .filter((name) => from.getAttribute(name) !== to.getAttribute(name))
    .map((name) => ({ path, name, value: to.getAttribute(name) }));
  const inside = [...from.childNodes].flatMap((child, index) =>
    differences(child, to.childNodes[index], [...path, index]),
  );
  return [...own, ...inside];
}

/** @param {Mark} mark @returns {Mark} */
function withPrice(mark) {
  const around = mark.value?.split(/\$[\d,.]+\d/) ?? [];
  return around.length === 2 ? { ...mark, around } : mark;
}

/** @param {Node} card @param {Mark} mark @param {string} amount */
function apply(card, { path, name, value, around }, amount) {
  const node = nodeAt(card, path);
  const text = around ? around.join(amount) : value;
  if (name === undefined) node.data = text;
  else if (text === null) node.removeAttribute(name);
  else node.setAttribute(name, text);
}

/** @param {Node} root @param {readonly number[]} path */
function nodeAt(root, path) {
  return path.reduce((node, index) => node.childNodes[index], root);
}

/** @param {Node} root @param {Node} node @returns {number[]} */
function pathTo(root, node) {
  if (node === root) return [];
  const index = [...node.parentNode.childNodes].indexOf(node);
  return [...pathTo(root, node.parentNode), index];
}
