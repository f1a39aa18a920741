import { useSyncExternalStore } from 'react';

type LauncherChoice = 'hosted' | 'first-party';

/** Which launcher the page's address asks for; a server that renders the page ahead of time does not know it. */
export function useLauncherChoice(): LauncherChoice {
  return useSyncExternalStore(neverChanges, choiceOfAddress, () => 'first-party');
}

/** The element's properties for that launcher. */
export function launcherProps(choice: LauncherChoice): { offersUrl: string } | { sdkUrl: string } {
  if (choice === 'first-party') return { offersUrl: '/offers/madison-square-garden.json' };
  // The stand-in for Rokt's launcher: this page's server by its other name, which is another site.
  return { sdkUrl: `http://localhost:${location.port}/wsdk/integrations/launcher.js${location.search}` };
}

function choiceOfAddress(): LauncherChoice {
  const query = new URLSearchParams(location.search);
  return query.has('fault') || query.get('launcher') === 'hosted' ? 'hosted' : 'first-party';
}

function neverChanges() {
  return () => {};
}
