import { ERRORS, type ErrorValues, type RequestErrorCode } from '../../contract/index.ts';

/** A request that is refused as a whole. Thrown in a transaction, it undoes all of it. */
export class RequestRefused<Code extends RequestErrorCode = RequestErrorCode> extends Error {
  override readonly name = 'RequestRefused';
  readonly code: Code;
  readonly value: ErrorValues[Code];

  constructor(code: Code, value: ErrorValues[Code]) {
    super(ERRORS[code].message);
    this.code = code;
    this.value = value;
  }

  /** The HTTP status of the answer. */
  get status(): number {
    return ERRORS[this.code].status;
  }
}
