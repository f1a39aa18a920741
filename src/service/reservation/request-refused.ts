import { ERRORS, type ErrorValues, type RequestErrorCode } from '../../contract/index.ts';

/** A request that is refused as a whole. Thrown in a transaction, it undoes all of it. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: RequestErrorCode;
  /** As `ERRORS` of the contract has it for the code. */
  readonly value: ErrorValues[RequestErrorCode];

  constructor(code: RequestErrorCode, value: ErrorValues[RequestErrorCode]) {
    super(ERRORS[code].message);
    this.code = code;
    this.value = value;
  }

  /** The HTTP status of the answer. */
  get status(): number {
    return ERRORS[this.code].status;
  }
}
