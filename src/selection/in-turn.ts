import type { LauncherSource } from '../sdk/index.ts';

/** What is done with a source, until `waiting` aborts. */
type Attempt<T> = (source: LauncherSource, waiting: AbortSignal) => Promise<T>;

/**
 * What `attempt` makes of the first source that does not fail.
 *
 * All of them together have `timeout` ms: the last one all that is left, each one before it half of that.
 *
 * @param ended aborts when nobody waits any more
 * @param failed is told what a source threw that is not the last
 */
export async function inTurn<T>(
  [source, ...next]: readonly [LauncherSource, ...LauncherSource[]],
  timeout: number,
  ended: AbortSignal,
  attempt: Attempt<T>,
  failed: (thrown: unknown) => void,
): Promise<T> {
  ended.throwIfAborted();
  const end = Date.now() + timeout;
  const waiting = new AbortController();
  const stop = () => waiting.abort();
  ended.addEventListener('abort', stop);
  const [second, ...rest] = next;
  const timer = setTimeout(stop, second ? timeout / 2 : timeout);
  try {
    return await attempt(source, waiting.signal);
  } catch (thrown) {
    if (!second || ended.aborted) throw thrown;
    failed(thrown);
    return await inTurn([second, ...rest], end - Date.now(), ended, attempt, failed);
  } finally {
    stop();
    clearTimeout(timer);
  }
}
