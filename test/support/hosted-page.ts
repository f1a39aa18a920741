import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import type { LauncherOptions } from '../../src/sdk/index.ts';
import { ScriptedLauncher } from '../../src/testing/index.ts';

declare global {
  interface Window {
    createTestLauncher: (options: LauncherOptions) => unknown;
    launcherScriptRuns?: number;
  }
}

/** The URL of a launcher script that makes scripted launchers. */
export const SDK_URL = '/test/support/hosted-launcher.js';

let count = 0;

/** A page whose hosted launchers are scripted; each one made is listed with its options. */
export async function setUpHostedPage() {
  // The launcher outlives a test, as it outlives an element: another account makes another one.
  const accountId = `account-${++count}`;
  document.querySelectorAll('#rokt-launcher').forEach((tag) => tag.remove());
  delete window.Rokt;
  const made: { readonly options: LauncherOptions; readonly rokt: ScriptedLauncher }[] = [];
  // As Rokt's: one launcher a page, until it is terminated.
  window.createTestLauncher = (options) => {
    const current = made.at(-1)?.rokt;
    if (current?.isTerminated === false) return Promise.resolve(current.launcher);
    const rokt = new ScriptedLauncher();
    made.push({ options, rokt });
    return Promise.resolve(rokt.launcher);
  };
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  const add = (targetId: string, properties: Partial<RoktUpsellElement> = {}) => {
    const element = document.createElement('rokt-upsell');
    Object.assign(element, { accountId, sdkUrl: SDK_URL, targetId, ...properties });
    parent.append(element);
    return element;
  };
  /** The selections asked for so far of the launcher made as the `index`th, in order. */
  const launched = async (index: number) => {
    while (!made[index]) await new Promise((resolve) => setTimeout(resolve, 5));
    return made[index].rokt;
  };
  return { accountId, parent, made, add, launched };
}
