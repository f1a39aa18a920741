import type { LauncherOptions } from '../../src/sdk/index.ts';
import { ScriptedLauncher } from '../../src/testing/index.ts';

declare global {
  interface Window {
    createTestLauncher: (options: LauncherOptions) => unknown;
    launcherScriptRuns?: number;
  }
}

let count = 0;

/** The URL of a launcher script that no test before has loaded. */
export function newScript(query = ''): string {
  return `/test/support/hosted-launcher.js?n=${++count}${query}`;
}

/** The URL of a script that is not there. */
export function missingScript(): string {
  return `/test/support/no-such-launcher-${++count}.js`;
}

/** A page that has loaded nothing of Rokt's yet. */
export function resetPage(): void {
  launcherTags().forEach((tag) => tag.remove());
  delete window.Rokt;
  delete window.RoktLauncherScriptPromise;
  window.launcherScriptRuns = 0;
  window.createTestLauncher = () => Promise.resolve(new ScriptedLauncher().launcher);
}

/** The launcher script's tags of the page. */
export function launcherTags(): HTMLScriptElement[] {
  return [...document.querySelectorAll<HTMLScriptElement>('#rokt-launcher')];
}

/** A tag that the page writes itself. */
export function addTag(url: string): HTMLScriptElement {
  const tag = document.createElement('script');
  tag.id = 'rokt-launcher';
  tag.src = url;
  document.head.append(tag);
  return tag;
}

/** Resolves once `isTrue` holds. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
