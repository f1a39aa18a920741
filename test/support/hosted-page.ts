import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import type { RoktGlobal } from '../../src/sdk/index.ts';
import { createScriptedRokt, type ScriptedLauncherOptions } from '../../src/testing/index.ts';

declare global {
  interface Window {
    /** What the launcher script of the tests leaves behind as `window.Rokt`. */
    hostedRokt: RoktGlobal;
    launcherScriptRuns?: number;
  }
}

/** The URL of a launcher script that makes scripted launchers. */
export const SDK_URL = '/test/support/hosted-launcher.js';

/** Takes what an earlier test has left off the page, and lets the launcher script bring a scripted Rokt. */
export function hostRokt(options?: ScriptedLauncherOptions) {
  document.querySelectorAll('#rokt-launcher').forEach((tag) => tag.remove());
  delete window.Rokt;
  const rokt = createScriptedRokt(options);
  window.hostedRokt = rokt.global;
  return rokt;
}

let count = 0;

/** A page whose hosted launchers are scripted; each one made is listed with its options. */
export async function setUpHostedPage(options?: ScriptedLauncherOptions) {
  // The launcher outlives a test, as it outlives an element: another account makes another one.
  const accountId = `account-${++count}`;
  const rokt = hostRokt(options);
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  const add = (targetId: string, properties: Partial<RoktUpsellElement> = {}) => {
    const element = document.createElement('rokt-upsell');
    Object.assign(element, { accountId, sdkUrl: SDK_URL, targetId, ...properties });
    parent.append(element);
    return element;
  };
  /** The launcher that is made as the `index`th. */
  const launched = async (index: number) => {
    while (!rokt.made[index]) await new Promise((resolve) => setTimeout(resolve, 5));
    return rokt.made[index];
  };
  return { accountId, rokt, parent, made: rokt.made, add, launched };
}
