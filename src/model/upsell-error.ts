/** Everything that can go wrong around an upsell, as a closed union; none of it may stop a checkout. */
export type UpsellErrorCode =
  | 'script-blocked'
  | 'script-timeout'
  | 'sdk-missing'
  | 'launcher-rejected'
  | 'launcher-timeout'
  | 'launcher-options-fixed'
  | 'launcher-conflict'
  | 'selection-rejected'
  | 'selection-timeout'
  | 'placement-failed'
  | 'duplicate-target'
  | 'target-unreachable'
  | 'invalid-attributes'
  | 'invalid-offers'
  | 'offers-unavailable'
  | 'offers-missing'
  | 'invalid-message'
  | 'no-selection'
  | 'unknown-item'
  | 'update-timeout'
  | 'update-refused';

/** An upsell that failed: `code` for programs, `message` for people, `cause` as it was thrown. */
export class UpsellError extends Error {
  /** Always this, also where a minifier has renamed the class. */
  override readonly name = 'UpsellError';
  /** What failed, for programs. */
  readonly code: UpsellErrorCode;

  constructor(code: UpsellErrorCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}

/** For a promise's `catch`: whatever was thrown is rethrown as an UpsellError, with `code` where it is none yet. */
export function failAs(code: UpsellErrorCode, message?: string): (thrown: unknown) => never {
  return (thrown) => {
    throw toUpsellError(thrown, code, message);
  };
}

/** `thrown` itself when it is an UpsellError already, else one with `code` that keeps it as `cause` and quotes none of it. */
export function toUpsellError(thrown: unknown, code: UpsellErrorCode, message = 'see cause'): UpsellError {
  if (thrown instanceof UpsellError) return thrown;
  return new UpsellError(code, message, { cause: thrown });
}
