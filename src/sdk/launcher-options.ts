import { canonicalJson } from '../model/index.ts';
import { CONSENT_FLAGS } from './consent.ts';
import type { LauncherOptions } from './launcher.ts';

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
  return names.filter((name) => keyOf(one[name]) !== keyOf(other[name]));
}

/** What JSON cannot hold is equal only to itself. */
function keyOf(value: unknown): unknown {
  return canonicalJson({ value }) ?? value;
}
