import type { LauncherSource } from '../sdk/index.ts';
import type { Attempt } from './attempt.ts';

export interface SourcesInTurn<T> {
  readonly sources: readonly [LauncherSource, ...LauncherSource[]];
  /** For all of them together, ms: the last one has all that is left, each one before it half of that. */
  readonly timeout: number;
  /** Aborts when nobody waits any more. */
  readonly ended: AbortSignal;
  /** What is done with a source. */
  readonly attempt: (attempt: Attempt) => Promise<T>;
  /** Is told what a source threw, before the next one tries. */
  readonly failed: (thrown: unknown) => void;
}

/** What `attempt` makes of the first source that does not fail. */
export async function inTurn<T>(turns: SourcesInTurn<T>): Promise<T> {
  const { sources, timeout, ended, attempt, failed } = turns;
  const [source, second, ...rest] = sources;
  ended.throwIfAborted();
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
  return inTurn({ ...turns, sources: [second, ...rest], timeout: deadline - Date.now() });
}
