import { canonicalJson, failAs, isRecord, type ServedBy } from '../model/index.ts';
import { consentIn, type ConsentFlags, isSet, strictest } from './consent.ts';
import { createGivenSource, type GivenLauncher } from './given-source.ts';
import { createHostedSource } from './hosted-source.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import { askedOptions, lastingOptions } from './launcher-options.ts';
import { acquireBriefly, type LauncherSource } from './launcher-source.ts';

/** The properties of an element that decide where its launcher comes from. */
export interface SourceProperties {
  readonly launcher: GivenLauncher | undefined;
  readonly offersUrl: string | undefined;
  readonly fallback: string | undefined;
  readonly accountId: string | undefined;
  readonly sdkUrl: string | undefined;
  readonly nonce: string | undefined;
  readonly integrity: string | undefined;
  readonly crossOrigin: string | undefined;
  readonly sessionId: string | undefined;
  readonly sessionToken: string | undefined;
  readonly sandbox: boolean;
  readonly noFunctional: boolean;
  readonly noTargeting: boolean;
  readonly noDeviceId: boolean;
  readonly overrideLinkNavigation: boolean;
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

/** A source that is named, by what it is and what tells it from another of its kind. */
interface NamedSource {
  readonly identity: readonly [ServedBy, unknown];
  create(loadOffers: LoadOffers): LauncherSource;
}

/**
 * The first source of: a launcher of the page's own, first-party offers, Rokt's hosted launcher. With `fallback="offers"`
 * the offers come last, and serve where the one before them fails. Undefined where the properties name none.
 */
export function chooseSource(properties: Partial<SourceProperties>): SourceChoice | undefined {
  const consent = consentOf(properties);
  const passed = isRecord(properties.launcherOptions) ? properties.launcherOptions : {};
  const own = ownOptions(properties);
  const [first, ...next] = namedSources(properties, askedOptions({ ...passed, ...own, ...consent }));
  if (!first) return undefined;
  return {
    identity: [
      ...[first, ...next].flatMap(({ identity }) => identity),
      canonicalJson(lastingOptions(own)),
      // What JSON cannot hold is the same only as itself.
      canonicalJson(lastingOptions(passed)) ?? passed,
    ],
    consent,
    create: (loadOffers) => [first.create(loadOffers), ...next.map(({ create }) => create(loadOffers))],
  };
}

/** The consent that properties ask for, flags inside `launcherOptions` counted in: the stricter wins. */
export function consentOf(properties: Partial<SourceProperties>): ConsentFlags {
  return strictest([consentIn(properties), consentIn(properties.launcherOptions ?? {})]);
}

/**
 * Makes the launcher that properties name one step before it is needed. Resolves when it is there, has failed, or was
 * waited for `timeout` ms: the selection that needs it tries again, and tells. Never rejects.
 */
export async function prepareLauncher(properties: Partial<SourceProperties>, timeout: number): Promise<void> {
  const noOffers = () => Promise.reject(new Error('nothing to prepare'));
  const [source] = chooseSource(properties)?.create(noOffers) ?? [];
  if (source) await acquireBriefly(source, timeout).catch(() => undefined);
}

/** The sources that are named, in the order in which they are tried. */
function namedSources(properties: Partial<SourceProperties>, options: LauncherOptions): NamedSource[] {
  const { launcher, offersUrl, accountId, sdkUrl, nonce, integrity, crossOrigin } = properties;
  const areOffersLast = properties.fallback === 'offers';
  const named: NamedSource[] = [];
  if (launcher) {
    named.push({ identity: ['launcher', launcher], create: () => createGivenSource(launcher, options) });
  } else if (accountId && (areOffersLast || !offersUrl)) {
    const script = { url: sdkUrl, nonce, integrity, crossOrigin };
    named.push({ identity: ['hosted', sdkUrl], create: () => createHostedSource({ options, script }) });
  }
  if (offersUrl && (areOffersLast || named.length === 0)) {
    const create = (load: LoadOffers) => createOffersSource(() => load({ ...options, offersUrl }));
    named.push({ identity: ['offers', offersUrl], create });
  }
  return named;
}

/** The first-party launcher. */
function createOffersSource(load: () => Promise<Launcher>): LauncherSource {
  const acquire = async () => load();
  return {
    servedBy: 'offers',
    timeoutReason: 'offers-unavailable',
    acquire: () => acquire().catch(failAs('offers-unavailable', 'the first-party launcher did not load')),
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
