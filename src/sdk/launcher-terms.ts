import { canonicalJson, type UpsellErrorCode } from '../model/index.ts';
import { CONSENT_FLAGS, type ConsentFlags, honours } from './consent.ts';
import type { LauncherOptions } from './launcher.ts';

/** What a launcher is made with, or what one asks of it. */
export interface LauncherTerms {
  /** All options but the consent flags. */
  readonly options: LauncherOptions;
  readonly consent: ConsentFlags;
}

/** What becomes of one who asks for a launcher while there is one. */
export type Verdict =
  | { readonly kind: 'serve'; readonly fixed: readonly string[] }
  | { readonly kind: 'replace' }
  | { readonly kind: 'refuse'; readonly code: UpsellErrorCode; readonly why: string };

/** Options that make no launcher another one: they count when one is next made. */
const PASSING: readonly string[] = ['pageInitTimestamp', 'sessionToken', ...CONSENT_FLAGS];
/** Options whose difference would mix up two accounts or two shoppers. */
const IDENTITY = ['accountId', 'sessionId'];

/**
 * Whether a launcher made with `given` serves one who asks for `asked`.
 *
 * @param isFree whether another may take its place: nobody else is on it, and it can be terminated
 */
export function judge(given: LauncherTerms, asked: LauncherTerms, isFree: boolean): Verdict {
  const names = differingOptions(given.options, asked.options);
  const isStrictEnough = honours(given.consent, asked.consent);
  if (isFree) {
    const isSame = names.length === 0 && isStrictEnough && honours(asked.consent, given.consent);
    return isSame ? { kind: 'serve', fixed: [] } : { kind: 'replace' };
  }
  const conflicts = names.filter((name) => IDENTITY.includes(name));
  if (conflicts.length > 0) {
    const why = `${conflicts.join(', ')}: another is being served on this page, which has one launcher`;
    return { kind: 'refuse', code: 'launcher-conflict', why };
  }
  if (isStrictEnough) return { kind: 'serve', fixed: names };
  const why = 'the SDK keeps a launcher that was made with less consent';
  return { kind: 'refuse', code: 'launcher-rejected', why };
}

/** The names of the options that differ by value. */
export function differingOptions(a: LauncherOptions, b: LauncherOptions): string[] {
  const names = Object.keys(lastingOptions({ ...a, ...b }));
  return names.filter((name) => !isEqual(a[name], b[name]));
}

/** Options without those that make no launcher another one. */
export function lastingOptions(options: LauncherOptions): LauncherOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !PASSING.includes(name)));
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  const text = canonicalJson({ value: a });
  return text !== undefined && text === canonicalJson({ value: b });
}
