import type { Fault } from './faults.ts';

/** One call as the log shows it: nothing in it opens a door or tells who the shopper is. */
export interface LoggedRequest {
  /** `x-request-id` of its answer. */
  readonly id: string;
  /** ms since the epoch, of the real clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  /** 0 where the connection broke before there was an answer. */
  readonly status: number;
  /** True when the answer was made and has not arrived: it was dropped, or the caller had hung up. */
  readonly isLost: boolean;
  /** The fault that it met, if any. */
  readonly fault?: Fault | undefined;
  /** `rokt-session-id` of the answer. */
  readonly sessionId?: string | undefined;
  /** ms from the first byte to the last. */
  readonly took: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly request: unknown;
  readonly answer: unknown;
}

/** The last calls of every account. */
export interface RequestLog {
  add(accountId: string, entry: LoggedRequest): void;
  of(accountId: string): readonly LoggedRequest[];
  /** How many calls of the account are not kept any more. */
  forgottenOf(accountId: string): number;
  clear(accountId: string): void;
}

/** How many calls of an account are kept: a whole run of a partner's tests. */
const KEPT = 1_000;
const REDACTED = '[redacted]';
const SECRET_HEADERS = new Set([
  'rokt-api-key',
  'authorization',
  'cookie',
  'set-cookie',
  'proxy-authorization',
]);

/** An empty log; it keeps the last 1,000 calls of each account. */
export function createRequestLog(): RequestLog {
  const entries = new Map<string, LoggedRequest[]>();
  const forgotten = new Map<string, number>();
  const forgottenOf = (accountId: string) => forgotten.get(accountId) ?? 0;
  return {
    add(accountId, entry) {
      const kept = entries.get(accountId) ?? [];
      kept.push(entry);
      entries.set(accountId, kept);
      if (kept.length <= KEPT) return;
      kept.shift();
      forgotten.set(accountId, forgottenOf(accountId) + 1);
    },
    of: (accountId) => [...(entries.get(accountId) ?? [])],
    forgottenOf,
    clear(accountId) {
      entries.delete(accountId);
      forgotten.delete(accountId);
    },
  };
}

/** `headers` without what opens a door. */
export function redactHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) shown[name] = SECRET_HEADERS.has(name) ? REDACTED : String(value);
  }
  return shown;
}

/** `body` with the names of its `attributes` and not their values, which may tell who the shopper is. */
export function redactBody(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('attributes' in body)) return body;
  const { attributes } = body;
  if (typeof attributes !== 'object' || attributes === null) return { ...body, attributes: REDACTED };
  const names = Object.keys(attributes).map((name) => [name, REDACTED]);
  return { ...body, attributes: Object.fromEntries(names) as unknown };
}
