import Type from 'typebox';
import { CLOSED } from './fields.ts';
import { ERRORS, type ErrorCode, type ErrorValues, type RequestErrorCode } from './errors.ts';

/** Any code of {@link ERRORS}. */
export const AnyErrorCode = Type.Unsafe<ErrorCode>({
  type: 'string',
  enum: Object.keys(ERRORS),
  title: 'ErrorCode',
  description: 'Every code of this project’s service. Rokt publishes none.',
});

/** One error of a refused request; its code may be another server’s. */
export const ErrorEntry = Type.Object(
  {
    code: Type.String({ description: 'An `ErrorCode`, when it is this project’s service that answers.' }),
    message: Type.String({ description: 'In words, for a developer.' }),
    value: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      additionalProperties: true,
      description: 'What the code knows of it by name, such as the path of a field; `{}` where nothing more.',
    }),
  },
  { ...CLOSED, title: 'ErrorEntry', description: 'One thing that is wrong.' },
);

/** What a request that is refused as a whole is answered with. */
export const ErrorBody = Type.Object(
  {
    description: Type.String({ description: 'The first of the errors, in words.' }),
    errors: Type.Array(ErrorEntry, { description: 'Everything that is wrong, one by one.' }),
  },
  {
    ...CLOSED,
    title: 'ErrorBody',
    description: 'Why a request was refused as a whole. 401 alone has no body.',
  },
);

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
