/** What {@link within} rejects with when the time is up. */
export const TIMED_OUT = Symbol('timed out');

/** The longest that a timer can wait; a longer time is as good as none. */
const LONGEST = 2 ** 31 - 1;

/**
 * What `work` resolves with, unless `ms` pass or `signal` aborts first: then the signal that `work` was given aborts and
 * nobody waits for it, so that a body that stalls holds nothing up.
 *
 * @throws {TIMED_OUT} or the reason of `signal`
 */
export async function within<Result>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    const end = (reason: unknown): void => {
      reject(reason);
      controller.abort(reason);
    };
    const abort = (): void => end(signal?.reason);
    const timer = setTimeout(() => end(TIMED_OUT), Math.min(ms, LONGEST));
    signal?.addEventListener('abort', abort);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  try {
    return await Promise.race([work(controller.signal), stopped]);
  } finally {
    stop();
  }
}

/**
 * Resolves after `ms`.
 *
 * @throws the reason of `signal`, as soon as it aborts
 */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const forever = (): Promise<never> => new Promise(() => undefined);
  await within(ms, signal, forever).catch((reason: unknown) => {
    if (reason !== TIMED_OUT) throw reason;
  });
}
