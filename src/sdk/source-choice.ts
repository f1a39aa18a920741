import { canonicalJson, isRecord } from '../model/index.ts';
import { consentIn, consentOptions, type ConsentFlags, isSet, strictest, withoutConsent } from './consent.ts';
import { createGivenSource, type GivenLauncher } from './given-source.ts';
import { createHostedSource } from './hosted-source.ts';
import type { LauncherOptions } from './launcher.ts';
import { createSilentClient, type LauncherSource } from './launcher-source.ts';
import { lastingOptions } from './launcher-terms.ts';
import { createOffersSource, type LoadOffers } from './offers-source.ts';
import { leftError } from './while-waited.ts';

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
  const [first, ...next] = sourceKinds(properties);
  if (!first) return undefined;
  const consent = consentOf(properties);
  const options = { ...passedOptions(properties), ...ownOptions(properties), ...consentOptions(consent) };
  const create = makers(properties, options);
  return {
    identity: identityOf(properties, [first, ...next]),
    consent,
    create: (loadOffers) => [create[first](loadOffers), ...next.map((kind) => create[kind](loadOffers))],
  };
}

/** The consent that properties ask for, flags inside `launcherOptions` counted in: the stricter wins. */
export function consentOf(properties: Partial<SourceProperties>): ConsentFlags {
  return strictest([consentIn(properties), consentIn(properties.launcherOptions ?? {})]);
}

/** The longest time that a timer takes, ms. */
const LONGEST = 2 ** 31 - 1;
const PREPARATION = 10_000;

/**
 * Makes the launcher that properties name one step before it is needed. Resolves when it is there, has failed, or was
 * waited for long enough: the selection that needs it tries again, and tells. Never rejects.
 */
export async function prepareLauncher(
  properties: Partial<SourceProperties> & { readonly timeout?: number },
  loadOffers: LoadOffers = () => Promise.reject(leftError()),
): Promise<void> {
  const { timeout = PREPARATION } = properties;
  const preparation = new AbortController();
  const client = createSilentClient(
    preparation.signal,
    timeout > 0 ? Math.min(timeout, LONGEST) : PREPARATION,
  );
  const [source] = chooseSource(properties)?.create(loadOffers) ?? [];
  await source?.acquire(client).catch(() => undefined);
  preparation.abort();
}

type SourceKind = 'launcher' | 'hosted' | 'offers';

/** The sources that are named, in the order in which they are tried. */
function sourceKinds({ launcher, offersUrl, accountId, fallback }: Partial<SourceProperties>): SourceKind[] {
  const offers: SourceKind[] = offersUrl ? ['offers'] : [];
  const areLast = fallback === 'offers';
  if (launcher) return areLast ? ['launcher', ...offers] : ['launcher'];
  if (!accountId) return offers;
  if (areLast) return ['hosted', ...offers];
  return offersUrl ? offers : ['hosted'];
}

function makers(
  { launcher, offersUrl = '', sdkUrl, nonce, integrity, crossOrigin }: Partial<SourceProperties>,
  options: LauncherOptions,
): Record<SourceKind, (loadOffers: LoadOffers) => LauncherSource> {
  const script = { url: sdkUrl, nonce, integrity, crossOrigin };
  return {
    launcher: () => createGivenSource(launcher as GivenLauncher, options),
    hosted: () => createHostedSource({ options, script }),
    offers: (loadOffers) => createOffersSource(offersUrl, options, loadOffers),
  };
}

function identityOf(properties: Partial<SourceProperties>, kinds: readonly SourceKind[]): readonly unknown[] {
  const { launcher, offersUrl, sdkUrl, launcherOptions } = properties;
  return [
    kinds.join(),
    kinds.includes('launcher') ? launcher : undefined,
    kinds.includes('offers') ? offersUrl : undefined,
    kinds.includes('hosted') ? sdkUrl : undefined,
    canonicalJson(lastingOptions(ownOptions(properties))),
    // What JSON cannot hold is the same only as itself.
    canonicalJson(lastingOptions(passedOptions(properties))) ?? launcherOptions,
  ];
}

const TEXTS = ['accountId', 'sessionId', 'sessionToken'] as const;
const FLAGS = ['sandbox', 'overrideLinkNavigation'] as const;

/** The launcher options that are properties of their own, none that is not set; consent apart. */
function ownOptions(properties: Partial<SourceProperties>): LauncherOptions {
  const texts = TEXTS.filter((name) => properties[name]).map((name) => [name, properties[name]]);
  const flags = FLAGS.filter((name) => isSet(properties[name])).map((name) => [name, true]);
  return Object.fromEntries([...texts, ...flags]) as LauncherOptions;
}

/** The launcher options that the page passes through; consent apart. */
function passedOptions({ launcherOptions }: Partial<SourceProperties>): LauncherOptions {
  return isRecord(launcherOptions) ? withoutConsent(launcherOptions) : {};
}
