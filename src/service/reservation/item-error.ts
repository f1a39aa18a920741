import { ERRORS, type ErrorValues, type ItemErrorCode } from '../../contract/index.ts';

/** Why one item of an answer is refused. */
export interface ItemError<Code extends ItemErrorCode> {
  readonly code: Code;
  readonly message: string;
  readonly value: ErrorValues[Code];
}

/** The error of `code`, with the message that goes with it. */
export function itemError<Code extends ItemErrorCode>(code: Code, value: ErrorValues[Code]): ItemError<Code> {
  return { code, message: ERRORS[code].message, value };
}
