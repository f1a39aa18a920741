import { type LauncherSource, timeoutError, unlessAborted } from '../sdk/index.ts';

/** One try at one source. */
export interface Attempt {
  readonly source: LauncherSource;
  /** How long it may be waited for, ms. */
  readonly timeout: number;
  /** Aborts when nobody waits for it any more: its time is up, or it is over. */
  readonly waiting: AbortSignal;
  /** Aborts when it has failed, or the selection has ended. */
  readonly over: AbortSignal;
}

/**
 * `step`, or a rejection as soon as nobody waits for it any more.
 *
 * @param isLaunched false while the launcher itself is waited for; own offers are one thing, whichever step of it is slow
 */
export function whileWaiting<T>(
  { source, timeout, waiting, over }: Attempt,
  step: PromiseLike<T>,
  isLaunched = true,
): Promise<T> {
  const toError = () => {
    if (over.aborted) return timeoutError('no-selection', timeout);
    const isSelecting = isLaunched && source.servedBy !== 'offers';
    return timeoutError(isSelecting ? 'selection-timeout' : source.timeoutReason, timeout);
  };
  return unlessAborted(waiting, () => step, toError);
}

/**
 * What `attempt` makes of the first source that does not fail.
 *
 * @param timeout for all of them together, ms: the last one has all that is left, each one before it half of that
 * @param ended aborts when nobody waits any more
 * @param failed is told what a source threw, before the next one tries
 */
export async function inTurn<T>(
  [source, second, ...rest]: readonly [LauncherSource, ...LauncherSource[]],
  timeout: number,
  ended: AbortSignal,
  attempt: (attempt: Attempt) => Promise<T>,
  failed: (thrown: unknown) => void,
): Promise<T> {
  const deadline = Date.now() + timeout;
  const waiting = new AbortController();
  const over = new AbortController();
  const end = () => {
    over.abort();
    waiting.abort();
  };
  ended.addEventListener('abort', end);
  const own = second ? timeout / 2 : timeout;
  const timer = setTimeout(() => waiting.abort(), own);
  try {
    return await attempt({ source, timeout: own, waiting: waiting.signal, over: over.signal });
  } catch (thrown) {
    end();
    if (!second || ended.aborted) throw thrown;
    failed(thrown);
  } finally {
    clearTimeout(timer);
  }
  return inTurn([second, ...rest], deadline - Date.now(), ended, attempt, failed);
}
