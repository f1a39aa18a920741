import { type Answered, attempt } from './attempt.ts';
import type { CallOptions } from './client-options.ts';
import type { Failure } from './failure.ts';
import { type OperationId, OPERATIONS, type RequestOf } from './operations.ts';
import { retryDelay } from './retry-delay.ts';
import { headerValue, type Settings } from './settings.ts';
import { tell } from './tell.ts';
import { sleep } from './time.ts';
import { TransactionError, type TransactionFailure } from './transaction-error.ts';
import { withoutKey } from './without-key.ts';

/** What the client itself reads of a body. */
interface Sent {
  readonly items?: readonly { readonly itemReservationId?: unknown }[];
  readonly itemReservationId?: string;
}

/** A longer wait is not worth it: the caller is told instead. */
const LONGEST_RETRY_AFTER = 30_000;

/**
 * One logical call: one idempotency key, however many requests it takes.
 *
 * @throws {TransactionError} when it failed
 * @throws {TypeError} when a header or the body cannot be sent
 */
export async function call<Id extends OperationId>(
  settings: Settings,
  operation: Id,
  request: RequestOf<Id>,
  options: CallOptions = {},
): Promise<Answered<Id>> {
  const { idempotencyKey = crypto.randomUUID(), sessionId, signal } = options;
  const { path, session } = OPERATIONS[operation];
  if (typeof (request as unknown) !== 'object')
    throw new TypeError(`${operation}: expected a body, got ${typeof request}`);
  // What is sent stays the same, whatever becomes of the request meanwhile.
  const body = JSON.stringify(request);
  const sent = JSON.parse(body) as Sent;
  const headers = headersOf(settings, idempotencyKey, options);
  const about = { operation, url: settings.baseUrl + path, idempotencyKey };
  let attempts = 0;
  const failed = (failure: Pick<Failure, 'code' | 'status' | 'errors' | 'cause'>) =>
    toError(settings, { ...failure, ...about, attempts });

  const needsSession = session === 'required' || (session === 'with-items' && !!sent.items?.length);
  if (needsSession && !sessionId) throw failed({ code: 'session-required' });

  const isOnce = operation === 'cart.confirm' && !settings.idempotent && isUnreserved(sent);
  const start = performance.now();
  const left = () => settings.totalTimeout - (performance.now() - start);
  while (!signal?.aborted) {
    const event = { ...about, attempt: ++attempts };
    const outgoing = { headers, body, sent, sessionId, signal };
    const result = await attempt(settings, event, outgoing, Math.min(settings.timeout, left()));
    if (!('failure' in result)) return result;
    const { failure } = result;
    const { isPassing, isUnsent, mayBeDone, retryAfter = 0 } = failure;
    const error = failed(isOnce && mayBeDone ? { ...failure, code: 'outcome-unknown' } : failure);
    const delay = retryDelay(attempts, retryAfter);
    const isOver = attempts > settings.retries || retryAfter > LONGEST_RETRY_AFTER || delay >= left();
    if (!isPassing || isOver || (isOnce && !isUnsent)) throw error;
    tell(settings.onRetry, { ...event, delay, error });
    // Whoever aborts is answered below.
    await sleep(delay, signal).catch(() => undefined);
  }
  throw failed({ code: 'aborted', cause: signal.reason as unknown });
}

/** True when an item is to be bought without a hold: done twice, it is bought twice. */
function isUnreserved({ items }: Sent): boolean {
  return !!items?.some((item) => !item.itemReservationId);
}

function headersOf(settings: Settings, idempotencyKey: string, options: CallOptions): Record<string, string> {
  const { sessionId, acceptLanguage } = options;
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    'rokt-api-key': settings.apiKey,
    'rokt-tag-id': settings.tagId,
    'idempotency-key': headerValue('idempotencyKey', idempotencyKey),
    ...(sessionId && { 'rokt-session-id': headerValue('sessionId', sessionId) }),
    ...(acceptLanguage && { 'accept-language': headerValue('acceptLanguage', acceptLanguage) }),
  };
}

interface Failed extends TransactionFailure {
  readonly operation: OperationId;
}

function toError({ apiKey }: Settings, failed: Failed): TransactionError {
  const { operation, code, status, errors, cause } = failed;
  const said = errors?.map(({ message }) => message).join('; ');
  const message = [operation, code, status, said].filter(Boolean).join(': ');
  // The caller's own reason is given back as it came.
  const shown = cause === undefined || code === 'aborted' ? cause : withoutKey(cause, apiKey);
  return new TransactionError(message, { ...failed, cause: shown });
}
