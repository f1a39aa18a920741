import { ERRORS, type ErrorValues, type RequestErrorCode, type RequestFault } from '../contract/index.ts';

/** A request that is refused as a whole. Thrown in a transaction, it undoes all of it. */
export class Refusal<Code extends RequestErrorCode = RequestErrorCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  readonly value: ErrorValues[Code];
  /** Headers of the answer that say more. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: Code,
    value: ErrorValues[Code],
    headers: Readonly<Record<string, string>> = {},
    message: string = ERRORS[code].message,
  ) {
    super(message);
    this.code = code;
    this.value = value;
    this.headers = headers;
  }

  /** The HTTP status of the answer. */
  get status(): number {
    return ERRORS[this.code].status;
  }

  /** What is wrong, one by one. */
  get faults(): readonly [RequestFault, ...RequestFault[]] {
    const { code, value, message } = this;
    return [{ code, value, message } as RequestFault];
  }
}

/** One thing in a request that is not what the call takes. */
export interface Malformation {
  /** A JSON pointer, or the name of a header. */
  readonly path: string;
  readonly problem: string;
}

/** A request that is not what the call takes, in one place or in several. */
export class InvalidRequest extends Refusal<'invalid-request'> {
  readonly #found: readonly [Malformation, ...Malformation[]];

  constructor(found: readonly [Malformation, ...Malformation[]]) {
    const [{ path, problem }] = found;
    super('invalid-request', { path }, {}, `${path}: ${problem}`);
    this.#found = found;
  }

  override get faults(): readonly [RequestFault, ...RequestFault[]] {
    const [first, ...others] = this.#found;
    return [toFault(first), ...others.map(toFault)];
  }
}

function toFault({ path, problem }: Malformation): RequestFault {
  return { code: 'invalid-request', value: { path }, message: `${path}: ${problem}` };
}

/** The refusal of a request that is not what the call takes: `path` is a JSON pointer, or a header's name. */
export function invalidRequest(path: string, problem: string): InvalidRequest {
  return new InvalidRequest([{ path, problem }]);
}

/** @throws {InvalidRequest} where anything was found */
export function refuseMalformed([first, ...others]: readonly Malformation[]): void {
  if (first) throw new InvalidRequest([first, ...others]);
}
