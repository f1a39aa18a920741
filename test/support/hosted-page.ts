import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import type { ScriptedLauncherOptions } from '../../src/testing/index.ts';
import { hostRokt, launcherMade, SDK_URL } from './hosted-rokt.ts';

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
  const launched = (index: number) => launcherMade(rokt, index);
  return { accountId, rokt, parent, made: rokt.made, add, launched };
}
