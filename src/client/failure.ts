import type { ErrorEntry } from '../contract/wire.ts';
import { isRecord } from '../model/index.ts';
import { toErrorEntry } from './error-entry.ts';
import type { Hide } from './hide-key.ts';
import type { TransactionErrorCode } from './transaction-error.ts';

/** One attempt that failed. */
export interface Failure {
  readonly code: TransactionErrorCode;
  readonly status?: number;
  readonly errors?: readonly ErrorEntry[];
  readonly cause?: unknown;
  /** Another attempt may fare better. */
  readonly isPassing: boolean;
  /** The server may have done what it was asked for. */
  readonly mayBeDone: boolean;
  /** Not one byte of the request has left. */
  readonly isUnsent?: boolean;
  /** What the server asks to wait, in ms. */
  readonly retryAfter?: number;
}

const PASSING = [408, 429, 500, 502, 503, 504];

/** A refusal: an answer whose status is not of the 2xx. */
export function refusal(status: number, text: string, hide: Hide, retryAfter: number): Failure {
  const errors = errorsIn(text, hide);
  const code = errors[0]?.code ?? (status === 401 ? 'unauthorized' : 'http-error');
  return {
    code,
    status,
    errors,
    isPassing: PASSING.includes(status) || code === 'request-in-progress',
    mayBeDone: status < 400 || status > 499 || status === 408 || status === 409,
    retryAfter,
  };
}

/** What became of a request that got no answer. */
export function networkFailure(cause: unknown): Failure {
  const isUnsent = neverConnected(cause);
  return { code: 'network-error', cause, isPassing: true, mayBeDone: !isUnsent, isUnsent };
}

/** True when the error, of Node's or undici's making, is from before the first byte could be sent. */
function neverConnected(error: unknown, depth = 0): boolean {
  if (!isRecord(error) || depth > 4) return false;
  const { syscall, code, errors, cause } = error;
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect' || syscall === 'getaddrinfo') return true;
  const isUnsent = (inner: unknown): boolean => neverConnected(inner, depth + 1);
  return Array.isArray(errors) && errors.length > 0 ? errors.every(isUnsent) : isUnsent(cause);
}

function errorsIn(text: string, hide: Hide): ErrorEntry[] {
  let entries: unknown;
  try {
    entries = (JSON.parse(text) as { errors?: unknown } | null)?.errors;
  } catch {
    // A proxy's page holds no errors of ours; the status says enough.
  }
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry) => toErrorEntry(entry, hide) ?? []);
}
