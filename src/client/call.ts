import { expectedKind, isRecord } from '../model/index.ts';
import { type Answered, attempt, type Outgoing } from './attempt.ts';
import { checkPrices } from './check-request.ts';
import type { CallOptions } from './client-options.ts';
import type { Failure } from './failure.ts';
import { withoutKey } from './hide-key.ts';
import { needsSession, type OperationId, pathOf, type RequestOf } from './operations.ts';
import { retryDelay } from './retry-delay.ts';
import { headerValue, type Settings } from './settings.ts';
import { tell } from './tell.ts';
import { sleep } from './time.ts';
import { TransactionError, type TransactionFailure } from './transaction-error.ts';

/** What the client itself reads of a body. */
interface Sent {
  readonly items?: readonly { readonly itemReservationId?: unknown }[];
  readonly itemReservationId?: string;
}

/** What all requests of a call have in common. */
interface About<Id extends OperationId> {
  readonly operation: Id;
  readonly url: string;
  readonly idempotencyKey: string;
}

/** A longer wait is not worth it: the caller is told instead. */
const LONGEST_RETRY_AFTER = 30_000;

/**
 * One logical call: one idempotency key, however many requests it takes.
 *
 * @throws {TransactionError} when it failed
 * @throws {TypeError | RangeError} when a header or the body cannot be sent, or a price is none of its currency
 */
export async function call<Id extends OperationId>(
  settings: Settings,
  operation: Id,
  request: RequestOf<Id>,
  options: CallOptions = {},
): Promise<Answered<Id>> {
  const { idempotencyKey = crypto.randomUUID(), sessionId, signal } = options;
  if (!isRecord(request)) throw new TypeError(expectedKind(operation, 'a body', request));
  // What is sent stays the same, whatever becomes of the request meanwhile.
  const body = JSON.stringify(request);
  const sent = JSON.parse(body) as Sent;
  checkPrices(sent);
  const headers = headersOf(settings, idempotencyKey, options);
  const outgoing = { headers, body, sent, sessionId, signal };
  const about = { operation, url: settings.baseUrl + pathOf(operation), idempotencyKey };
  if (!sessionId && needsSession(operation, Boolean(sent.items?.length)))
    throw toError(settings, { ...about, code: 'session-required', attempts: 0 });
  return repeat(settings, about, outgoing);
}

/** Sends `outgoing` until it is answered, or another request would be of no use. */
async function repeat<Id extends OperationId>(
  settings: Settings,
  about: About<Id>,
  outgoing: Outgoing & { readonly sent: Sent },
): Promise<Answered<Id>> {
  const { signal, sent } = outgoing;
  const isOnce = about.operation === 'cart.confirm' && !settings.idempotent && isUnreserved(sent);
  const start = performance.now();
  const left = () => settings.totalTimeout - (performance.now() - start);
  let attempts = 0;
  while (!signal?.aborted) {
    attempts++;
    const event = { ...about, attempt: attempts };
    const result = await attempt(settings, event, outgoing, Math.min(settings.timeout, left()));
    if (!('failure' in result)) return result;
    const { failure } = result;
    const code = isOnce && failure.mayBeDone ? 'outcome-unknown' : failure.code;
    const error = toError(settings, { ...failure, ...about, code, attempts });
    const { retryAfter = 0 } = failure;
    const delay = retryDelay(attempts, retryAfter);
    const isOver = attempts > settings.retries || retryAfter > LONGEST_RETRY_AFTER || delay >= left();
    if (isOver || !mayRepeat(failure, isOnce)) throw error;
    void tell(settings.onRetry, { ...event, delay, error });
    // Whoever aborts is answered below.
    await sleep(delay, signal).catch(() => undefined);
  }
  throw toError(settings, { ...about, code: 'aborted', cause: signal.reason, attempts });
}

/** Whether another request may fare better; one that must not be done twice only while nothing of it has left. */
function mayRepeat({ isPassing, isUnsent = false }: Failure, isOnce: boolean): boolean {
  return isPassing && (isUnsent || !isOnce);
}

/** True when an item is to be bought without a hold: done twice, it is bought twice. */
function isUnreserved({ items = [] }: Sent): boolean {
  return items.some((item) => !item.itemReservationId);
}

function headersOf(settings: Settings, idempotencyKey: string, options: CallOptions): Record<string, string> {
  const { sessionId, acceptLanguage } = options;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    'rokt-api-key': settings.apiKey,
    'rokt-tag-id': settings.tagId,
    'idempotency-key': headerValue('idempotencyKey', idempotencyKey),
  };
  if (sessionId) headers['rokt-session-id'] = headerValue('sessionId', sessionId);
  if (acceptLanguage) headers['accept-language'] = headerValue('acceptLanguage', acceptLanguage);
  return headers;
}

interface Failed extends TransactionFailure {
  readonly operation: OperationId;
  readonly url: string;
}

/** Whom a request did not reach, and why: the innermost code, such as `ECONNREFUSED`, or else the innermost message. */
function unreached(url: string, cause: Error | undefined): unknown[] {
  let code: unknown;
  let message: string | undefined;
  for (let error = cause; error; error = error.cause as Error | undefined) {
    code = (error as { code?: string }).code ?? code;
    message = error.message || message;
  }
  return [new URL(url).host, code ?? message];
}

function toError({ hide }: Settings, failed: Failed): TransactionError {
  const { operation, url, code, status, errors, cause } = failed;
  const clean = cause === undefined ? cause : withoutKey(cause, hide);
  const said = errors?.map(({ message }) => message).join('; ');
  const why = code === 'network-error' ? unreached(url, clean) : [status, said];
  const message = [operation, code, ...why].filter(Boolean).join(': ');
  // The caller's own reason is given back as it came.
  return new TransactionError(message, { ...failed, cause: code === 'aborted' ? cause : clean });
}
