import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { RoktUpsellElement, RoktUpsellEventMap } from '../../src/element/index.ts';
import { createScriptedLauncher, type ScriptedLauncherOptions } from '../../src/testing/index.ts';

const EVENTS: (keyof RoktUpsellEventMap)[] = [
  'cart-item-updated',
  'placements-loading',
  'placements-ready',
  'placements-empty',
  'placements-closed',
  'placements-failed',
  'upsell-error',
  'update-failed',
  'offer-engaged',
  'link-requested',
];

/** An element on the page over a scripted launcher, set up by `configure` before it is connected. */
export async function mountUpsell(
  configure: (element: RoktUpsellElement) => void = () => undefined,
  options?: ScriptedLauncherOptions,
) {
  const rokt = createScriptedLauncher(options);
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('rokt-upsell');
  const events: CustomEvent[] = [];
  for (const type of EVENTS) parent.addEventListener(type, (event) => events.push(event as CustomEvent));
  element.launcher = rokt.launcher;
  configure(element);
  parent.append(element);
  return { element, parent, rokt, events, types: () => events.map(({ type }) => type) };
}

/** The same, with one placement ready. */
export async function mountReady(
  configure?: (element: RoktUpsellElement) => void,
  options?: ScriptedLauncherOptions,
) {
  const mounted = await mountUpsell(configure, options);
  const selection = await mounted.rokt.nextSelection();
  const placement = selection.succeed();
  await reached(mounted.element, 'placements-ready');
  return { ...mounted, selection, placement };
}

/** Resolves with the next event of that type. */
export function reached<K extends keyof RoktUpsellEventMap>(
  element: RoktUpsellElement,
  type: K,
): Promise<RoktUpsellEventMap[K]> {
  return new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
}

/** Resolves when the element has acted on everything that was set. */
export async function settled(element: RoktUpsellElement): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
}
