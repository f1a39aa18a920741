import { consentIn } from './consent.ts';
import { untilKitHadItsTurn } from './kit-wait.ts';
import type { LauncherOptions } from './launcher.ts';
import { DEFAULT_SDK_URL, type LauncherScript, loadRokt, type ScriptLoad } from './launcher-script.ts';
import type { LauncherSource } from './launcher-source.ts';
import { type LauncherMember, PageLauncher } from './page-launcher.ts';

/** How to come by Rokt's hosted launcher. */
export interface HostedSourceOptions {
  readonly options: LauncherOptions;
  /** Default: Rokt's own URL. Integrity counts only with a URL of the page's own. */
  readonly script?: Omit<LauncherScript, 'url'> & { readonly url?: string | undefined };
}

/** What a page has one of, for all its sources. */
export interface HostedPage {
  readonly launcher: PageLauncher;
  load(script: LauncherScript): ScriptLoad;
}

const thisPage: HostedPage = { launcher: new PageLauncher(), load: loadRokt };

/** Rokt's hosted launcher: its script loaded once a page, its launcher shared by all elements of the page. */
export function createHostedSource(
  { options, script = {} }: HostedSourceOptions,
  page = thisPage,
): LauncherSource {
  const { url, integrity, ...tag } = script;
  const launcherScript = url ? { ...tag, url, integrity } : { ...tag, url: DEFAULT_SDK_URL };
  const member: LauncherMember = { options, consent: consentIn(options) };
  let load: ScriptLoad | undefined;
  let isLoaded = false;
  return {
    servedBy: 'hosted',
    get timeoutReason() {
      return isLoaded ? 'launcher-timeout' : (load?.failure ?? 'script-timeout');
    },
    acquire: (client) =>
      page.launcher.serve(member, client, async () => {
        await untilKitHadItsTurn(client);
        load = page.load(launcherScript);
        const rokt = await load.rokt;
        isLoaded = true;
        return rokt;
      }),
    setConsent: (consent) => page.launcher.setConsent(member, consent),
  };
}
