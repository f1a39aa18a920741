import type { LauncherOptions } from './launcher.ts';

/** What a shopper has not agreed to; true restricts. */
export interface ConsentFlags {
  readonly noFunctional: boolean;
  readonly noTargeting: boolean;
  /** Implies the other two. */
  readonly noDeviceId: boolean;
}

/** The names of the consent flags, as launcher options have them. */
export const CONSENT_FLAGS = ['noFunctional', 'noTargeting', 'noDeviceId'] as const;

/** True for a flag that is set. `"false"` is false, as frameworks write it. */
export function isSet(flag: unknown): boolean {
  return Boolean(flag) && flag !== 'false';
}

/** The consent flags among `options`. */
export function consentIn(options: Readonly<Record<string, unknown>>): ConsentFlags {
  return {
    noFunctional: isSet(options['noFunctional']),
    noTargeting: isSet(options['noTargeting']),
    noDeviceId: isSet(options['noDeviceId']),
  };
}

/** Every restriction that any of `all` asks for. */
export function strictest(all: readonly ConsentFlags[]): ConsentFlags {
  return {
    noFunctional: all.some(({ noFunctional }) => noFunctional),
    noTargeting: all.some(({ noTargeting }) => noTargeting),
    noDeviceId: all.some(({ noDeviceId }) => noDeviceId),
  };
}

/** True when what was made with `given` keeps every restriction of `asked`. */
export function honours(given: ConsentFlags, asked: ConsentFlags): boolean {
  return CONSENT_FLAGS.every((name) => !asked[name] || given[name] || given.noDeviceId);
}

const NONE: ConsentFlags = { noFunctional: false, noTargeting: false, noDeviceId: false };

/** The flags that are set, as launcher options; without those that were set before. */
export function consentOptions(consent: ConsentFlags, before = NONE): Partial<ConsentFlags> {
  const names = CONSENT_FLAGS.filter((name) => consent[name] && !before[name]);
  return Object.fromEntries(names.map((name) => [name, true]));
}

/** `options` without the consent flags. */
export function withoutConsent(options: LauncherOptions): LauncherOptions {
  const isFlag = (name: string) => (CONSENT_FLAGS as readonly string[]).includes(name);
  return Object.fromEntries(Object.entries(options).filter(([name]) => !isFlag(name)));
}
