import type { RoktGlobal } from '../../src/sdk/index.ts';
import {
  createScriptedRokt,
  type ScriptedLauncher,
  type ScriptedLauncherOptions,
  type ScriptedRokt,
} from '../../src/testing/index.ts';
import { until } from './until.ts';

declare global {
  interface Window {
    /** What the launcher script of the tests leaves behind as `window.Rokt`. */
    hostedRokt: RoktGlobal;
    /** How often it has run. */
    launcherScriptRuns: number;
  }
}

/** The URL of a launcher script that leaves a scripted Rokt. */
export const SDK_URL = '/test/support/hosted-launcher.js';

let count = 0;

/** The same script under a URL that no test before has loaded. */
export function newScript(query = ''): string {
  return `${SDK_URL}?n=${++count}${query}`;
}

/** The URL of a script that is not there. */
export function missingScript(): string {
  return `/test/support/no-such-launcher-${++count}.js`;
}

/** A page that has loaded nothing of Rokt's yet, and what the launcher script will leave there. */
export function hostRokt(options?: ScriptedLauncherOptions) {
  launcherTags().forEach((tag) => tag.remove());
  delete window.Rokt;
  delete window.RoktLauncherScriptPromise;
  window.launcherScriptRuns = 0;
  const rokt = createScriptedRokt(options);
  window.hostedRokt = rokt.global;
  return rokt;
}

/** The launcher that is made as the `index`th; waits until it is. */
export async function launcherMade(rokt: ScriptedRokt, index: number): Promise<ScriptedLauncher> {
  await until(() => rokt.made.length > index);
  return rokt.made[index] as ScriptedLauncher;
}

/** The launcher script's tags of the page. */
export function launcherTags(): HTMLScriptElement[] {
  return [...document.querySelectorAll<HTMLScriptElement>('script#rokt-launcher')];
}

/** A tag that the page writes itself. */
export function addTag(url: string): HTMLScriptElement {
  const tag = document.createElement('script');
  tag.id = 'rokt-launcher';
  tag.src = url;
  document.head.append(tag);
  return tag;
}
