import { toUpsellError } from '../model/index.ts';
import { toLauncher } from './given-source.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import { DEFAULT_SDK_URL, type LauncherScript, loadRokt } from './launcher-script.ts';
import type { LauncherSource } from './launcher-source.ts';

/** How to come by Rokt's hosted launcher. */
export interface HostedSourceOptions {
  readonly options: LauncherOptions;
  /** Default: Rokt's own URL. Integrity counts only with a URL of the page's own. */
  readonly script?: Omit<LauncherScript, 'url'> & { readonly url?: string | undefined };
}

/** The page's one launcher that we made, and the options it was made with. */
let made: { readonly key: string; readonly launcher: Promise<Launcher>; isPending: boolean } | undefined;

/** Rokt's hosted launcher: its script loaded once a page, its launcher shared by all who ask with equal options. */
export function createHostedSource({ options, script = {} }: HostedSourceOptions): LauncherSource {
  const { url, integrity, ...tag } = script;
  let isLoaded = false;
  return {
    servedBy: 'hosted',
    get timeoutCode() {
      return isLoaded ? 'launcher-timeout' : 'script-timeout';
    },
    async acquire() {
      const rokt = await loadRokt(url ? { ...tag, url, integrity } : { ...tag, url: DEFAULT_SDK_URL });
      isLoaded = true;
      return sharedLauncher(options, () => rokt.createLauncher(options));
    },
  };
}

/**
 * The launcher made with equal options, else a new one after the old one is terminated: the SDK keeps one a page.
 *
 * One that has been made is asked for again, since the SDK drops it when the page terminates it.
 */
function sharedLauncher(options: LauncherOptions, create: () => Promise<Launcher>): Promise<Launcher> {
  const key = JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
  const isSame = made?.key === key;
  if (made?.isPending && isSame) return made.launcher;
  const launcher = renewed(isSame ? undefined : made?.launcher, create);
  const entry = { key, launcher, isPending: true };
  made = entry;
  launcher.then(
    () => (entry.isPending = false),
    () => {
      if (made === entry) made = undefined;
    },
  );
  return launcher;
}

async function renewed(
  old: Promise<Launcher> | undefined,
  create: () => Promise<Launcher>,
): Promise<Launcher> {
  try {
    await (await old)?.terminate?.();
  } catch {
    // The old launcher's failure was told to those who waited for it.
  }
  try {
    return toLauncher(await create());
  } catch (thrown) {
    throw toUpsellError(thrown, 'launcher-rejected');
  }
}
