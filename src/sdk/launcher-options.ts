import { canonicalJson, UpsellError } from '../model/index.ts';
import { CONSENT_FLAGS } from './consent.ts';
import type { LauncherOptions } from './launcher.ts';
import type { LauncherClient } from './launcher-source.ts';

/** Options that make no launcher another one: they count when one is next made. */
const PASSING: readonly string[] = ['pageInitTimestamp', 'sessionToken', ...CONSENT_FLAGS];

/** Those of `options` that ask for something. */
export function askedOptions(options: LauncherOptions): LauncherOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value != null && value !== false));
}

/** Those of `options` that make a launcher another one. */
export function lastingOptions(options: LauncherOptions): LauncherOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !PASSING.includes(name)));
}

/** The names of the options that differ by value, and make a launcher another one. */
export function differingOptions(one: LauncherOptions, other: LauncherOptions): string[] {
  const names = Object.keys(lastingOptions({ ...one, ...other }));
  return names.filter((name) => !isEqual(one[name], other[name]));
}

/** Tells the client, by name, what `options` ask of a launcher that others have made. */
export function reportAsked(options: LauncherOptions, client: LauncherClient): void {
  const names = Object.keys(askedOptions(options));
  reportFixed(
    names.filter((name) => name !== 'accountId'),
    client,
  );
}

/** Tells the client which of its options the launcher was made without. */
export function reportFixed(names: readonly string[], client: LauncherClient): void {
  if (names.length === 0) return;
  client.report(
    new UpsellError('launcher-options-fixed', `${names.join(', ')}: the launcher in use keeps its own`),
  );
}

/** What JSON cannot hold is equal only to itself. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  const text = canonicalJson({ value: one });
  return text !== undefined && text === canonicalJson({ value: other });
}
