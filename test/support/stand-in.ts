import { executeServerCommand } from '@web/test-runner-commands';
import type { Launcher, LauncherOptions, RoktGlobal, Selection } from '../../src/sdk/index.ts';
import { keys } from './gestures.ts';
import { until } from './until.ts';

const offer = (sku: string, name: string, maximum: number) => ({
  sku,
  cartItem: { name, unitPrice: 35, currency: 'USD' },
  positiveResponseText: `Add ${name}`,
  minimum: 0,
  maximum,
});
const fee = {
  ...offer('fee', 'Fee', 2),
  minimum: 1,
  required: { reason: 'The venue charges this fee.' },
};

const inLanguage = (language: string) => ({
  placementId: language,
  locales: [language],
  targeting: { pageIdentifiers: ['languages'] },
  offers: [offer(`tea-${language}`, 'Tea', 1)],
});

/**
 * Two placements, each with a parking of its own; one without a place on the page `lost`; and on the page `languages` one that is
 * called by the language that it is in.
 */
const catalogue = {
  accountId: '333',
  placements: [
    { placementId: 'one', title: 'Extras', offers: [offer('parking', 'Parking', 4), fee] },
    { placementId: 'two', target: '#second', offers: [offer('parking', 'Parking', 4)] },
    {
      placementId: 'three',
      target: '#nowhere',
      targeting: { pageIdentifiers: ['lost'] },
      offers: [offer('sleeve', 'Sleeve', 1)],
    },
    ...['de', 'ja'].map(inLanguage),
  ],
};

/** The address of the stand-in's script on a service of another site, which sells to this page. */
export async function standInUrl(query = ''): Promise<string> {
  const url = await executeServerCommand<string, object>('upsell-sells', {
    origin: location.origin,
    catalogue,
  });
  return `${url}/wsdk/integrations/launcher.js${query}`;
}

/** Loads the stand-in's script as a page does; gives what it leaves. */
export async function loadStandIn(query = ''): Promise<RoktGlobal> {
  delete window.Rokt;
  const script = document.createElement('script');
  script.crossOrigin = 'anonymous';
  script.src = await standInUrl(query);
  const done = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(`${script.src} did not load`)));
  });
  document.head.append(script);
  await done.finally(() => script.remove());
  return window.Rokt as unknown as RoktGlobal;
}

/** A launcher of the stand-in's, on a page with the places of its placements. */
export async function makeLauncher(query = '', options: LauncherOptions = {}): Promise<Launcher> {
  const { createLauncher } = await loadStandIn(query);
  return createLauncher({ accountId: '333', ...options });
}

/** The frames of the page. */
export function frames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll('iframe')];
}

/** One message of a selection's. */
export interface ToldMessage {
  readonly name: string;
  readonly event: { readonly body?: unknown; readonly url?: string };
}

/** Listens to all messages of these names from now on. */
export function listenTo(selection: Pick<Selection, 'on'>, ...names: readonly string[]): ToldMessage[] {
  const told: ToldMessage[] = [];
  for (const name of names)
    selection.on(name).subscribe((event) => told.push({ name, event: event as ToldMessage['event'] }));
  return told;
}

/**
 * Goes by Tab into the frame that is next, and presses Enter there until `isHeard` holds: the focus comes to a frame of another
 * process some time after the key, and nothing tells the page when.
 */
export async function tabAndEnter(isHeard: () => boolean): Promise<void> {
  await keys('Tab');
  await until(() => document.activeElement?.localName === 'iframe');
  while (!isHeard()) {
    await keys('Enter');
    const patience = performance.now() + 2_000;
    await until(() => isHeard() || performance.now() > patience);
  }
}
