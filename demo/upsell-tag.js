// @ts-check
import { fillWords } from './flow.js';
import { wordsOf } from './words.js';

/** The faults that the stand-in for Rokt's launcher knows. */
export const FAULTS = ['script-404', 'never', 'no-offers', 'rejects', 'refuses'];
/** Who may draw the offers. */
export const LAUNCHERS = ['first-party', 'hosted', 'mparticle'];

const query = new URLSearchParams(location.search);

/** What the address asks for: who draws the offers, and what is wrong there. */
export function chosen() {
  const fault = FAULTS.find((name) => name === query.get('fault'));
  const launcher = LAUNCHERS.find((name) => name === query.get('launcher')) ?? 'first-party';
  return { launcher: fault && launcher === 'first-party' ? 'hosted' : launcher, fault };
}

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
  const { accountId, sessionId, cart } = order;
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector('#upsell-tag'));
  const fragment = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const upsell = /** @type {HTMLElement} */ (fragment.querySelector('rokt-upsell'));
  const { launcher } = chosen();
  if (launcher === 'mparticle') addSdkPlus(order);
  const attributes = {
    identifier: cart.identifier,
    'placement-attributes': JSON.stringify(cart.attributes),
    ...(launcher === 'mparticle'
      ? { launcher }
      : { 'account-id': accountId, ...(sessionId && { 'session-id': sessionId }) }),
    ...(launcher === 'first-party' && { 'offers-url': '/' }),
    ...(launcher === 'hosted' && { 'sdk-url': launcherScript() }),
  };
  for (const [name, value] of Object.entries(attributes)) upsell.setAttribute(name, value);
  fillWords(fragment, wordsOf(cart.lang));
  template.replaceWith(fragment);
  return upsell;
}

/**
 * Leaves SDK+ on the page as Rokt's snippet does: a stub at first, and by and by mParticle's SDK with a kit that makes the launcher.
 * @param {any} order
 */
function addSdkPlus({ accountId, sessionId }) {
  // What the launcher is made with is the kit's: it belongs there before the snippet.
  Object.assign(window, { mParticle: { config: { launcherOptions: { sessionId } } } });
  const query = new URLSearchParams({ launcher: launcherScript(), account: accountId });
  for (const src of ['/sdk-plus/stub.js', `/sdk-plus/app.js?${query}`]) {
    const script = document.createElement('script');
    // One after the other.
    script.async = false;
    script.src = src;
    document.head.append(script);
  }
}

/** The stand-in's script, at this server by its other name: that is another site, as Rokt's is. */
export function launcherScript() {
  const script = new URL('/wsdk/integrations/launcher.js', location.href);
  script.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  for (const name of ['fault', 'manners'])
    if (query.has(name)) script.searchParams.set(name, query.get(name) ?? '');
  return script.href;
}
