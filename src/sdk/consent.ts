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
  return consentWhere((name) => isSet(options[name]));
}

/** Every restriction that any of `all` asks for. */
export function strictest(all: readonly ConsentFlags[]): ConsentFlags {
  return consentWhere((name) => all.some((consent) => consent[name]));
}

/** The restrictions of `consent` that were not asked for `before`. */
export function addedTo(before: ConsentFlags, consent: ConsentFlags): ConsentFlags {
  return consentWhere((name) => consent[name] && !before[name]);
}

/** True when what was made with `given` keeps every restriction of `asked`. */
export function honours(given: ConsentFlags, asked: ConsentFlags): boolean {
  return CONSENT_FLAGS.every((name) => !asked[name] || given[name] || given.noDeviceId);
}

function consentWhere(isAsked: (name: keyof ConsentFlags) => boolean): ConsentFlags {
  const flags = CONSENT_FLAGS.map((name) => [name, isAsked(name)] as const);
  return Object.fromEntries(flags) as unknown as ConsentFlags;
}
