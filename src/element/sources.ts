import { canonicalJson, failAs } from '../model/index.ts';
import {
  createGivenSource,
  createHostedSource,
  type Launcher,
  type LauncherOptions,
  type LauncherSource,
} from '../sdk/index.ts';
import type { SelectionRequest } from '../selection/index.ts';
import { loadOffers } from './load-offers.ts';

/** The properties of an element that decide where its launcher comes from. */
export interface SourceProperties {
  readonly launcher: Launcher | PromiseLike<Launcher> | undefined;
  readonly offersUrl: string | undefined;
  readonly fallback: string | undefined;
  readonly accountId: string | undefined;
  readonly sdkUrl: string | undefined;
  readonly nonce?: string;
  readonly integrity: string | undefined;
  readonly crossOrigin: string | undefined;
  readonly sessionId: string | undefined;
  readonly sandbox: boolean;
  readonly noFunctional: boolean;
  readonly noTargeting: boolean;
  readonly noDeviceId: boolean;
  readonly overrideLinkNavigation: boolean;
  readonly launcherOptions: LauncherOptions | undefined;
}

/** The sources that an element's properties name. Two choices with equal keys are the same. */
export interface SourceChoice {
  readonly key: readonly unknown[];
  /** @param mount where first-party offers are drawn */
  create(mount?: Element): SelectionRequest['sources'];
}

/**
 * The first source of: a launcher of the page's own, first-party offers, Rokt's hosted launcher. With
 * `fallback="offers"` the hosted one comes first, and the offers serve where it fails.
 */
export function chooseSource(element: Partial<SourceProperties>): SourceChoice | undefined {
  const { launcher, offersUrl, accountId, sdkUrl, nonce, integrity, crossOrigin } = element;
  const options = launcherOptions(element);
  const hasFallback = element.fallback === 'offers' && offersUrl && accountId;
  if (launcher) return { key: [launcher, 0, 0, 0], create: () => [createGivenSource(launcher, options)] };
  if (!offersUrl && !accountId) return undefined;
  const hosted = () =>
    createHostedSource({ options, script: { url: sdkUrl, nonce, integrity, crossOrigin } });
  return {
    key: [offersUrl, hasFallback, sdkUrl, canonicalJson(options) ?? element.launcherOptions],
    create(mount) {
      if (!offersUrl) return [hosted()];
      const offers = createOffersSource(offersUrl, options, mount);
      return hasFallback ? [hosted(), offers] : [offers];
    },
  };
}

/** Acquires the launcher that `options` name, so that it is there when an element with the same asks for it. */
export async function prepareSource(options: Partial<SourceProperties>): Promise<void> {
  const { signal } = new AbortController();
  const client = { signal, timeout: 10_000, renewed: () => undefined, report: () => undefined };
  const [source] = chooseSource(options)?.create() ?? [];
  await source?.acquire(client).catch(() => undefined);
  source?.release?.();
}

function createOffersSource(
  offersUrl: string,
  options: LauncherOptions,
  target: Element | undefined,
): LauncherSource {
  return {
    servedBy: 'offers',
    timeoutReason: 'offers-unavailable',
    acquire: () =>
      loadOffers()
        .then(({ createOffersLauncher }) =>
          createOffersLauncher({ ...options, offersUrl, ...(target ? { target } : {}) }),
        )
        .catch(failAs('offers-unavailable')),
  };
}

const OPTIONS = [
  'accountId',
  'sessionId',
  'sandbox',
  'noFunctional',
  'noTargeting',
  'noDeviceId',
  'overrideLinkNavigation',
] as const;

/** The launcher's options: those the page passes through, then the element's own, none that is not set. */
function launcherOptions(element: Partial<SourceProperties>): LauncherOptions {
  const options: Record<string, unknown> = { ...element.launcherOptions };
  for (const name of OPTIONS) {
    const value: unknown = element[name];
    // Frameworks set flags as text, too.
    if (value && value !== 'false') options[name] = value === 'true' || value;
  }
  return options;
}
