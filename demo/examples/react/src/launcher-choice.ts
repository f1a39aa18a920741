const query = new URLSearchParams(location.search);
const fault = query.get('fault');

/** Which launcher the page's address asks for. */
export const launcherChoice = fault || query.get('launcher') === 'hosted' ? 'hosted' : 'first-party';

/** The element's attributes for that launcher. */
export const launcherAttributes =
  launcherChoice === 'hosted'
    ? { 'sdk-url': fault ? `/rokt/launcher.js?fault=${encodeURIComponent(fault)}` : '/rokt/launcher.js' }
    : { 'offers-url': '/offers/madison-square-garden.json' };
