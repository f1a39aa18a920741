import { randomBytes } from 'node:crypto';
import { HEADERS } from '../../contract/index.ts';
import type { OfferFate } from '../catalogue/offer-fate.ts';
import type { Fault } from './faults.ts';

/** One call as the log shows it: nothing in it opens a door or tells who the shopper is. */
export interface LoggedRequest {
  /** `x-request-id` of its answer. */
  readonly id: string;
  /** ms since the epoch, of the real clock. */
  readonly at: number;
  /** As HTTP has it: `POST`. */
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Such as `cart.reserve`. */
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
  /** What was asked with, by name in lower case; those that open a door are `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body that came; nothing where there was none. */
  readonly request: unknown;
  /** The parsed body that was answered; undefined without one. */
  readonly answer: unknown;
  /** What became of the offers of the catalogue, the 50 nearest first, where the call has asked for offers and was answered. */
  readonly targeting?: readonly OfferFate[] | undefined;
}

/** What a reader of a log has not read yet. */
export interface LogPage {
  /** The reader begins anew: these are all calls that are kept. */
  readonly isFromStart: boolean;
  /** How many calls are not kept any more. */
  readonly forgotten: number;
  readonly calls: readonly MarkedCall[];
  /** Where the reader is before them. */
  readonly mark: string;
}

/** A call, and where its reader is after it. */
export interface MarkedCall {
  readonly mark: string;
  readonly call: LoggedRequest;
}

/** The last calls of every account. */
export interface RequestLog {
  add(accountId: string, entry: LoggedRequest): void;
  of(accountId: string): readonly LoggedRequest[];
  /** The calls after `mark`; all that are kept where it is none of this log, or what came after it is forgotten. */
  after(accountId: string, mark: string | undefined): LogPage;
  /** How many calls of the account are not kept any more. */
  forgottenOf(accountId: string): number;
  clear(accountId: string): void;
}

/** How many calls of an account are kept: a whole run of a partner's tests. */
const KEPT = 1_000;
const REDACTED = '[redacted]';
const SECRET_HEADERS = new Set([
  HEADERS.apiKey,
  'authorization',
  'cookie',
  'set-cookie',
  'proxy-authorization',
]);

/** The calls of one account since it was last reset. */
interface Log {
  /** No other log has it. */
  readonly name: string;
  readonly kept: LoggedRequest[];
  forgotten: number;
}

/** An empty log; it keeps the last 1,000 calls of each account. */
export function createRequestLog(): RequestLog {
  const logs = new Map<string, Log>();
  const logOf = (accountId: string): Log => {
    const log = logs.get(accountId) ?? { name: randomBytes(6).toString('hex'), kept: [], forgotten: 0 };
    logs.set(accountId, log);
    return log;
  };
  return {
    add(accountId, entry) {
      const log = logOf(accountId);
      log.kept.push(entry);
      if (log.kept.length <= KEPT) return;
      log.kept.shift();
      log.forgotten++;
    },
    of: (accountId) => [...(logs.get(accountId)?.kept ?? [])],
    after: (accountId, mark) => pageOf(logOf(accountId), mark),
    forgottenOf: (accountId) => logs.get(accountId)?.forgotten ?? 0,
    clear(accountId) {
      logs.delete(accountId);
    },
  };
}

function pageOf({ name, kept, forgotten }: Log, mark: string | undefined): LogPage {
  const read = readUpTo(name, mark);
  const isKnown = read !== undefined && read >= forgotten && read <= forgotten + kept.length;
  const from = isKnown ? read : forgotten;
  const calls = kept
    .slice(from - forgotten)
    .map((call, index) => ({ mark: `${name}-${from + index + 1}`, call }));
  return { isFromStart: !isKnown, forgotten, calls, mark: `${name}-${from}` };
}

/** How many calls whoever has this mark has read; undefined where it is none of this log. */
function readUpTo(name: string, mark = ''): number | undefined {
  const [own, count = ''] = mark.split('-');
  return own === name && /^\d{1,15}$/.test(count) ? Number(count) : undefined;
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
