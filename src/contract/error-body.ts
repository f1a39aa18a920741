import Type from 'typebox';
import { CLOSED } from './fields.ts';
import {
  ERRORS,
  type ErrorCode,
  type ErrorValues,
  type ItemErrorCode,
  type RequestErrorCode,
} from './errors.ts';

export const AnyErrorCode = Type.Unsafe<ErrorCode>({
  type: 'string',
  enum: Object.keys(ERRORS),
  title: 'ErrorCode',
  description: 'Every code of this project’s service. Rokt publishes none.',
});

export const ErrorEntry = Type.Object(
  {
    code: Type.String({ description: 'An `ErrorCode`, when it is this project’s service that answers.' }),
    message: Type.String(),
    value: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  },
  { ...CLOSED, title: 'ErrorEntry', description: 'One thing that is wrong.' },
);

export const ErrorBody = Type.Object(
  { description: Type.String(), errors: Type.Array(ErrorEntry) },
  {
    ...CLOSED,
    title: 'ErrorBody',
    description: 'Why a request was refused as a whole. 401 alone has no body.',
  },
);

/** An error of one code, with its value. */
export type ErrorOf<Code extends ErrorCode> = Code extends ErrorCode
  ? { code: Code; message: string; value: ErrorValues[Code] }
  : never;

/** One fault of a request: its value is `{}` where the code knows nothing more; `message` replaces the code's own. */
export type RequestFault = {
  [Code in RequestErrorCode]: {
    readonly code: Code;
    readonly value: ErrorValues[Code];
    readonly message?: string;
  };
}[RequestErrorCode];

/** The body of a request that was refused for `faults`, described by the first of them. */
export function toErrorBody(...faults: [RequestFault, ...RequestFault[]]) {
  const errors = faults.map(({ code, value, message }) => ({
    code,
    message: message ?? ERRORS[code].message,
    value,
  }));
  return { description: ERRORS[faults[0].code].message, errors };
}

/** The error of one refused item. */
export function toItemError<Code extends ItemErrorCode>(code: Code, value: ErrorValues[Code]) {
  return { code, message: ERRORS[code].message, value } as ErrorOf<Code>;
}

/** The HTTP status of a request that is refused with `code`. */
export function statusOf(code: RequestErrorCode): number {
  return ERRORS[code].status;
}
