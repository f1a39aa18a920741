import type { ErrorValues, RequestErrorCode } from '../../contract/index.ts';
import { RequestRefused } from '../reservation/request-refused.ts';

/** A request that HTTP has to refuse as a whole, with headers that say more. */
export class Refusal extends RequestRefused {
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: RequestErrorCode,
    value: ErrorValues[RequestErrorCode],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, value);
    this.headers = headers;
  }
}

/** The refusal of a request that is not what the call takes: `path` is a JSON pointer, or a header's name. */
export function invalidRequest(path: string, problem: string): Refusal {
  const refusal = new Refusal('invalid-request', { path });
  refusal.message = `${path}: ${problem}`;
  return refusal;
}
