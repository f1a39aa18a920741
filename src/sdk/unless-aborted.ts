/** What `step` gives, or a rejection with what `toError` makes as soon as `signal` aborts; if it has, `step` is not begun. */
export function unlessAborted<T>(
  signal: AbortSignal,
  step: () => PromiseLike<T>,
  toError: () => unknown = () => signal.reason,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(toError());
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
    else step().then(resolve, reject);
  });
}
