import { UpsellError } from '../model/index.ts';
import type { LauncherClient } from './launcher-source.ts';

/**
 * What `step` gives, as long as the client is there and its time is not over.
 *
 * @param step is given a signal that aborts as soon as nobody waits for it any more
 * @param toError what it rejects with when the time is over
 */
export function whileWaited<T>(
  step: (waiting: AbortSignal) => Promise<T>,
  { signal, timeout }: LauncherClient,
  toError: () => UpsellError,
): Promise<T> {
  const end = new AbortController();
  const waited = new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(toError()), timeout);
    end.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', () => reject(leftError()), { signal: end.signal });
    if (signal.aborted) reject(leftError());
    step(end.signal).then(resolve, reject);
  });
  return waited.finally(() => end.abort());
}

/** What one gets who waits for a launcher and has left. */
export function leftError(): UpsellError {
  return new UpsellError('no-selection', 'it has ended');
}
