/** `step`, or a rejection with what `toError` makes, as soon as `signal` aborts. */
export function unlessAborted<T>(
  step: PromiseLike<T>,
  signal: AbortSignal,
  toError: () => unknown,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(toError());
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp);
    step.then(resolve, reject);
  });
}
