import { untilKitHadItsTurn } from './kit-wait.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import { DEFAULT_SDK_URL, loadFailure, type LauncherScript, loadRokt } from './launcher-script.ts';
import { type LauncherSource, reportFixedOptions } from './launcher-source.ts';
import { joinPage, type LauncherMember, leavePage, pageLauncher } from './page-launcher.ts';

/** How to come by Rokt's hosted launcher. */
export interface HostedSourceOptions {
  readonly options: LauncherOptions;
  /** Default: Rokt's own URL. Integrity counts only with a URL of the page's own. */
  readonly script?: Omit<LauncherScript, 'url'> & { readonly url?: string | undefined };
}

/** Rokt's hosted launcher: its script loaded once a page, its launcher shared by all elements of the page. */
export function createHostedSource({ options, script = {} }: HostedSourceOptions): LauncherSource {
  const { url, integrity, ...tag } = script;
  let isLoaded = false;
  let member: LauncherMember | undefined;
  let replacement: Promise<Launcher> | undefined;
  return {
    servedBy: 'hosted',
    get timeoutReason() {
      return isLoaded ? 'launcher-timeout' : (loadFailure ?? 'script-timeout');
    },
    async acquire(client) {
      const given = replacement;
      replacement = undefined;
      member = {
        options,
        renewed(launcher) {
          replacement = launcher;
          client.renewed();
        },
      };
      joinPage(member, given !== undefined);
      if (given) return given;
      await untilKitHadItsTurn(client);
      const rokt = await loadRokt(url ? { ...tag, url, integrity } : { ...tag, url: DEFAULT_SDK_URL });
      isLoaded = true;
      if (!rokt.currentLauncher) return pageLauncher(member, rokt);
      reportFixedOptions(options, client);
      return rokt.currentLauncher;
    },
    release: () => member && leavePage(member),
  };
}
