import { untilKitHadItsTurn } from './kit-wait.ts';
import type { LauncherOptions } from './launcher.ts';
import type { LauncherAsker } from './launcher-asker.ts';
import { type LauncherScript, loadRokt, type ScriptLoad } from './launcher-script.ts';
import type { LauncherSource } from './launcher-source.ts';
import { PageLauncher } from './page-launcher.ts';

/** What a page has one of, for all its sources. */
export interface HostedPage {
  readonly launcher: PageLauncher;
  load(script: LauncherScript): ScriptLoad;
}

const thisPage: HostedPage = { launcher: new PageLauncher(), load: loadRokt };

/** Rokt's hosted launcher: its script loaded once a page, its launcher shared by all elements of the page. */
export function createHostedSource(
  options: LauncherOptions,
  script: LauncherScript = {},
  page = thisPage,
): LauncherSource {
  const asker: LauncherAsker = { options };
  let load: ScriptLoad | undefined;
  let isLoaded = false;
  return {
    servedBy: 'hosted',
    get timeoutReason() {
      return isLoaded ? 'launcher-timeout' : (load?.failure ?? 'script-timeout');
    },
    acquire(client) {
      asker.client = client;
      return page.launcher.serve(asker, client.signal, async () => {
        await untilKitHadItsTurn(client.timeout);
        load = page.load(script);
        const rokt = await load.rokt;
        isLoaded = true;
        return rokt;
      });
    },
    setConsent: (consent) => page.launcher.setConsent(asker, consent),
  };
}
