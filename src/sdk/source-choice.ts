import { canonicalJson, failAs, isRecord } from '../model/index.ts';
import { acquireBriefly } from './attempt.ts';
import { type ConsentFlags, isSet, strictest } from './consent.ts';
import { createGivenSource, type GivenLauncher } from './given-source.ts';
import { createHostedSource } from './hosted-source.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import { lastingOptions } from './launcher-options.ts';
import type { LauncherSource } from './launcher-source.ts';

/** The properties of an element that decide where its launcher comes from. */
export interface SourceProperties {
  /** A launcher of the page’s own, comes before all others. */
  readonly launcher: GivenLauncher | undefined;
  /** Where our own launcher has its offers: an upsell service, or a file. */
  readonly offersUrl: string | undefined;
  /** `offers`: the offers of `offersUrl` come last, where the others fail. */
  readonly fallback: string | undefined;
  /** The account; on its own it names Rokt’s hosted launcher. */
  readonly accountId: string | undefined;
  /** Another address of Rokt’s launcher script. */
  readonly sdkUrl: string | undefined;
  /** Of the tag of that script. */
  readonly nonce: string | undefined;
  /** Of the tag of that script, where `sdkUrl` names it. */
  readonly integrity: string | undefined;
  /** Of the tag of that script. */
  readonly crossOrigin: string | undefined;
  /** Pairs the page with the session of the partner’s server. */
  readonly sessionId: string | undefined;
  /** Goes with `sessionId`. */
  readonly sessionToken: string | undefined;
  /** Rokt’s test mode. */
  readonly sandbox: boolean;
  /** Consent: no functional storage. */
  readonly noFunctional: boolean;
  /** Consent: no targeting. */
  readonly noTargeting: boolean;
  /** Consent: no device id; implies the other two. */
  readonly noDeviceId: boolean;
  /** True: links are not opened, but told as `link-requested`. */
  readonly overrideLinkNavigation: boolean;
  /** Passed on to the launcher; an option above that is set counts more, and of consent the stricter. */
  readonly launcherOptions: LauncherOptions | undefined;
}

/** Makes the first-party launcher; whoever draws it gives it, since only they may load it and know where it goes. */
export type LoadOffers = (options: LauncherOptions & { readonly offersUrl: string }) => Promise<Launcher>;

/** The sources that an element's properties name. */
export interface SourceChoice {
  /** Two choices with equal identities are the same. By value; a launcher object by identity. */
  readonly identity: readonly unknown[];
  readonly consent: ConsentFlags;
  /** New sources for one selection, to be tried in turn. */
  create(loadOffers: LoadOffers): readonly [LauncherSource, ...LauncherSource[]];
}

/**
 * The first source of: a launcher of the page's own, first-party offers, Rokt's hosted launcher. With `fallback="offers"`
 * the offers come last, and serve where the one before them fails. Undefined where the properties name none.
 */
export function chooseSource(properties: Partial<SourceProperties>): SourceChoice | undefined {
  const { launcher, offersUrl, accountId, sdkUrl, nonce, integrity, crossOrigin } = properties;
  const areOffersLast = properties.fallback === 'offers';
  const isHosted = !launcher && Boolean(accountId) && (areOffersLast || !offersUrl);
  const offers = areOffersLast || !(launcher || isHosted) ? offersUrl : undefined;
  if (!launcher && !isHosted && !offers) return undefined;

  const consent = consentOf(properties);
  const passed = isRecord(properties.launcherOptions) ? properties.launcherOptions : {};
  const own = ownOptions(properties);
  const options = { ...passed, ...own, ...consent };
  const pinned = sdkUrl ? { url: sdkUrl, integrity } : {};
  // What JSON cannot hold is the same only as itself.
  const keys = [canonicalJson(lastingOptions(own)), canonicalJson(lastingOptions(passed)) ?? passed];
  return {
    identity: [launcher, isHosted && sdkUrl, offers, ...keys],
    consent,
    create(loadOffers) {
      const sources: LauncherSource[] = [];
      if (launcher) sources.push(createGivenSource(launcher, options));
      if (isHosted) sources.push(createHostedSource(options, { nonce, crossOrigin, ...pinned }));
      if (offers) sources.push(createOffersSource(() => loadOffers({ ...options, offersUrl: offers })));
      return sources as [LauncherSource, ...LauncherSource[]];
    },
  };
}

/** The consent that properties ask for, flags inside `launcherOptions` counted in: the stricter wins. */
export function consentOf(properties: Partial<SourceProperties>): ConsentFlags {
  return strictest([properties, properties.launcherOptions ?? {}]);
}

/**
 * Makes the launcher that properties name one step before it is needed. Resolves when it is there, has failed, or was
 * waited for `timeout` ms: the selection that needs it tries again, and tells. Never rejects.
 */
export async function prepareLauncher(properties: Partial<SourceProperties>, timeout: number): Promise<void> {
  const noOffers = () => Promise.reject(new TypeError());
  const [source] = chooseSource(properties)?.create(noOffers) ?? [];
  if (source) await acquireBriefly(source, timeout).catch(() => undefined);
}

/** The first-party launcher. */
function createOffersSource(load: () => Promise<Launcher>): LauncherSource {
  return {
    servedBy: 'offers',
    timeoutReason: 'offers-unavailable',
    acquire: () => load().catch(failAs('offers-unavailable', 'not loaded')),
  };
}

const OWN = ['accountId', 'sessionId', 'sessionToken', 'sandbox', 'overrideLinkNavigation'] as const;

/** The launcher options that are properties of their own, none that is not set; consent apart. */
function ownOptions(properties: Partial<SourceProperties>): LauncherOptions {
  const names = OWN.filter((name) => isSet(properties[name]));
  // A flag may be the text "true", as frameworks write it.
  return Object.fromEntries(
    names.map((name) => [name, String(properties[name]) === 'true' || properties[name]]),
  );
}
