/** The first wait is at most this long, and each that follows at most twice the one before; in ms. */
const FIRST = 100;
const MOST = 2_000;

/** How long to wait after the `attempt`th attempt, in ms: full jitter, after what the server asks for. */
export function retryDelay(attempt: number, retryAfter: number): number {
  return retryAfter + Math.random() * Math.min(MOST, FIRST * 2 ** (attempt - 1));
}
