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

/** Every restriction that any of `all` asks for. */
export function strictest(all: readonly Partial<Record<keyof ConsentFlags, unknown>>[]): ConsentFlags {
  const flags = CONSENT_FLAGS.map((name) => [name, all.some((options) => isSet(options[name]))] as const);
  return Object.fromEntries(flags) as unknown as ConsentFlags;
}

/** True when what was made with `given` keeps every restriction of `asked`. */
export function honours(given: Partial<ConsentFlags>, asked: Partial<ConsentFlags>): boolean {
  return CONSENT_FLAGS.every((name) => !asked[name] || given[name] || given.noDeviceId);
}
