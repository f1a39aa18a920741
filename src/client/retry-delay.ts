import type { FetchResponse } from './client-options.ts';
import { largestIn, type ServerClock, toTime } from './server-clock.ts';

/** The first wait is at most this long, and each that follows at most twice the one before; in ms. */
const FIRST = 100;
const MOST = 2_000;

/** How long to wait after the `attempt`th attempt, in ms: full jitter, after what the server asks for. */
export function retryDelay(attempt: number, retryAfter: number): number {
  return retryAfter + Math.random() * Math.min(MOST, FIRST * 2 ** (attempt - 1));
}

/**
 * What is left of the answer's `Retry-After` when it has come, in ms; 0 when there is nothing to wait for. Where proxies have
 * made several of it, or written a unit, the longest counts. A date is one of the server's own clock.
 */
export function retryAfterOf({ headers }: FetchResponse, { age, now }: ServerClock): number {
  const waits = (headers.get('retry-after') ?? '')
    .split(',')
    .map((part) => (/\d:\d/.test(part) ? toTime(part) - now : largestIn(part) * 1_000 - age));
  // Not Math.max: one that is no number would be the longest.
  return waits.reduce((longest, wait) => (wait > longest ? wait : longest), 0);
}
