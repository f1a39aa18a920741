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

/** What an element is given before it is connected: properties, or whatever a function does to it. */
type SetUp = Partial<RoktUpsellElement> | ((element: RoktUpsellElement) => void);

/** An element on the page over a scripted launcher. */
export async function mountUpsell(setUp: SetUp = {}, options?: ScriptedLauncherOptions) {
  const rokt = createScriptedLauncher(options);
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('rokt-upsell');
  const events: CustomEvent[] = [];
  for (const type of EVENTS) parent.addEventListener(type, (event) => events.push(event as CustomEvent));
  element.launcher = rokt.launcher;
  if (typeof setUp === 'function') setUp(element);
  else Object.assign(element, setUp);
  parent.append(element);
  return { element, parent, rokt, events, types: () => events.map(({ type }) => type) };
}

/** The same, with one placement ready. */
export async function mountReady(setUp?: SetUp, options?: ScriptedLauncherOptions) {
  const mounted = await mountUpsell(setUp, options);
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
