import {
  hashAttributes,
  type Launcher,
  type LauncherOptions,
  type SelectPlacementsOptions,
} from '../../sdk/index.ts';
import { expected } from '../../model/index.ts';
import { Frame } from './frame.ts';
import { HostedSelection } from './hosted-selection.ts';
import { Impressions } from './impressions.ts';
import { frameUrl, type Settings } from './settings.ts';

/**
 * A launcher whose offers an upsell service chooses and draws in frames of its own.
 *
 * Rejects where the service does not know the account, or the account does not allow the page.
 *
 * @param ended called when it was terminated
 */
export async function createLauncher(
  options: LauncherOptions,
  settings: Settings,
  ended: () => void,
): Promise<Launcher> {
  const { accountId, sessionId, overrideLinkNavigation = false } = options;
  if (typeof accountId !== 'string' || !accountId)
    throw new TypeError(expected('accountId', 'a text', accountId));
  const { fault } = settings;
  if (fault === 'rejects') throw new Error(`The account ${accountId} is not known here.`);
  const url = frameUrl(settings, accountId);
  const openController = () => Frame.hidden(url);
  // The first selection has it: by then it is there.
  let ready: Frame | undefined = openController();
  const { manners: ofService } = await ready.here;
  const open = new Set<HostedSelection>();
  const impressions = new Impressions();
  const known = { sessionId };
  let isTerminated = false;
  return {
    async selectPlacements({ attributes, identifier }: SelectPlacementsOptions) {
      if (isTerminated) throw new Error('This launcher was terminated.');
      // What cannot be cloned is refused at once.
      const cloned = structuredClone(attributes);
      const controller = ready ?? openController();
      ready = undefined;
      const selection: HostedSelection = new HostedSelection({
        ...{ accountId, url, controller, known, impressions, overrideLinkNavigation, identifier },
        attributes: cloned,
        manners: settings.manners ?? ofService,
        fault,
        closed: () => open.delete(selection),
      });
      open.add(selection);
      return selection;
    },
    hashAttributes,
    async terminate() {
      isTerminated = true;
      ended();
      ready?.remove();
      ready = undefined;
      await Promise.all([...open].map((selection) => selection.close()));
    },
  };
}
