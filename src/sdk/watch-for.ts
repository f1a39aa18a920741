const INTERVAL = 50;

/** What `look` gives, as soon as it gives something; undefined once `signal` has aborted. */
export async function watchFor<T>(look: () => T | undefined, signal: AbortSignal): Promise<T | undefined> {
  while (!signal.aborted) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  return undefined;
}

/** A signal that aborts after `timeout` ms, with `signal`, or when `end` is called, which frees the timer. */
export function createDeadline(timeout: number, signal: AbortSignal) {
  const controller = new AbortController();
  const end = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    controller.abort();
  };
  const timer = setTimeout(end, timeout);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  return { signal: controller.signal, end };
}
