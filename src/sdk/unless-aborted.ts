/** What `step` gives, or a rejection with the reason of `signal` as soon as that aborts. */
export function unlessAborted<T>(signal: AbortSignal, step: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp);
    step.then(resolve, reject);
  });
}

/** Does something in `ms`, unless `signal` aborts before. */
export function later(signal: AbortSignal, ms: number, act: () => void): void {
  if (signal.aborted) return;
  const timer = setTimeout(act, ms);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
