import { ERRORS, type ErrorValues, type RequestErrorCode } from '../contract/index.ts';

/** A request that is refused as a whole. Thrown in a transaction, it undoes all of it. */
export class Refusal<Code extends RequestErrorCode = RequestErrorCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  readonly value: ErrorValues[Code];
  /** Headers of the answer that say more. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: Code, value: ErrorValues[Code], headers: Readonly<Record<string, string>> = {}) {
    super(ERRORS[code].message);
    this.code = code;
    this.value = value;
    this.headers = headers;
  }

  /** The HTTP status of the answer. */
  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** The refusal of a request that is not what the call takes: `path` is a JSON pointer, or a header's name. */
export function invalidRequest(path: string, problem: string): Refusal {
  const refusal = new Refusal('invalid-request', { path });
  refusal.message = `${path}: ${problem}`;
  return refusal;
}
