import { statusOf, type RequestFault } from '../../contract/index.ts';

/** A request that is refused as a whole. Thrown anywhere in a route; nothing that the route did in a transaction stays. */
export class Refusal extends Error {
  readonly fault: RequestFault;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(fault: RequestFault, headers: Readonly<Record<string, string>> = {}) {
    super(fault.code);
    this.name = 'Refusal';
    this.fault = fault;
    this.statusCode = statusOf(fault.code);
    this.headers = headers;
  }
}

/** The refusal of a request that is not what the call takes: `path` is a JSON pointer, or a header's name. */
export function invalidRequest(path: string, message: string): Refusal {
  return new Refusal({ code: 'invalid-request', value: { path }, message: `${path}: ${message}` });
}
