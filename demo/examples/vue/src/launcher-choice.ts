const query = new URLSearchParams(location.search);

/** Which launcher the page's address asks for. */
export const launcherChoice =
  query.has('fault') || query.get('launcher') === 'hosted' ? 'hosted' : 'first-party';

/** The stand-in for Rokt's launcher: this page's server by its other name, which is another site. */
const standIn = `http://localhost:${location.port}/wsdk/integrations/launcher.js${location.search}`;

/** The element's attributes for that launcher. */
export const launcherAttributes: Readonly<Record<string, string>> =
  launcherChoice === 'hosted'
    ? { 'sdk-url': standIn }
    : { 'offers-url': '/offers/madison-square-garden.json' };
