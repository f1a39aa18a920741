// @ts-check

/** The faults that the stand-in for Rokt's launcher knows. */
export const FAULTS = ['script-404', 'never', 'no-offers', 'rejects', 'refuses'];
/** Who may draw the offers. */
const LAUNCHERS = ['first-party', 'hosted', 'mparticle'];

/** What the address asks for: who draws the offers, and what is wrong there. */
export function chosen() {
  const query = new URLSearchParams(location.search);
  const fault = FAULTS.find((name) => name === query.get('fault'));
  const launcher = LAUNCHERS.find((name) => name === query.get('launcher')) ?? 'first-party';
  return { launcher: fault && launcher === 'first-party' ? 'hosted' : launcher, fault };
}

/**
 * The properties by which the tag knows who draws the offers of an order, and in which session.
 * @param {any} order
 * @returns {{launcher: 'mparticle'} | {accountId: string, sessionId?: string, offersUrl?: string, sdkUrl?: string}}
 */
export function launcherProperties({ accountId, sessionId }) {
  const { launcher } = chosen();
  if (launcher === 'mparticle') return { launcher };
  const source = launcher === 'hosted' ? { sdkUrl: launcherScript() } : { offersUrl: '/' };
  return { accountId, ...(sessionId && { sessionId }), ...source };
}

/** The same as attributes. @param {any} order @returns {Record<string, string>} */
export function launcherAttributes(order) {
  const properties = Object.entries(launcherProperties(order));
  return Object.fromEntries(
    properties.map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    ]),
  );
}

/** The stand-in's script, at this server by its other name: that is another site, as Rokt's is. */
function launcherScript() {
  const query = new URLSearchParams(location.search);
  const script = new URL('/wsdk/integrations/launcher.js', location.href);
  script.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  for (const name of ['fault', 'manners'])
    if (query.has(name)) script.searchParams.set(name, query.get(name) ?? '');
  return script.href;
}

/**
 * Leaves SDK+ on the page as Rokt's snippet does, where the address asks for it: a stub at first, and by and by mParticle's SDK with a
 * kit that makes the launcher.
 * @param {any} order
 */
export function addSdkPlus({ accountId, sessionId }) {
  if (chosen().launcher !== 'mparticle' || 'mParticle' in window) return;
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
