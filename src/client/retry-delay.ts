import type { FetchResponse } from './client-options.ts';

/** The first wait is at most this long, and each that follows at most twice the one before; in ms. */
const FIRST = 100;
const MOST = 2_000;

/** How long to wait after the `attempt`th attempt, in ms: full jitter, after what the server asks for. */
export function retryDelay(attempt: number, retryAfter: number): number {
  return retryAfter + Math.random() * Math.min(MOST, FIRST * 2 ** (attempt - 1));
}

/**
 * The answer's `Retry-After` in ms, 0 without one. A date counts from the server's own `Date`, so that it does not matter
 * what our clock says.
 */
export function retryAfterOf({ headers }: FetchResponse): number {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(headers.get('date') ?? '');
  const wait = Date.parse(value) - (Number.isNaN(date) ? Date.now() : date);
  return wait > 0 ? wait : 0;
}
