// @ts-check
import { fillWords } from './flow.js';
import { addSdkPlus, launcherAttributes } from './launcher-choice.js';
import { wordsOf } from './words.js';

/** Has the offers' own words in the language of the page; English is there. @param {string} lang */
export async function loadMessages(lang) {
  if (lang !== 'en') await import(`/script/messages-${lang}.js`);
}

/**
 * Puts the page's tag in its place, with what the back end knows of the order. The tag is the same whoever draws the offers.
 * @param {any} order
 * @returns {any} the element
 */
export function addUpsell(order) {
  const { cart } = order;
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector('#upsell-tag'));
  const fragment = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const upsell = /** @type {HTMLElement} */ (fragment.querySelector('rokt-upsell'));
  addSdkPlus(order);
  const attributes = {
    identifier: cart.identifier,
    'placement-attributes': JSON.stringify(cart.attributes),
    ...launcherAttributes(order),
  };
  for (const [name, value] of Object.entries(attributes)) upsell.setAttribute(name, value);
  fillWords(fragment, wordsOf(cart.lang));
  template.replaceWith(fragment);
  return upsell;
}
