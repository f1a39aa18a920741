const INTERVAL = 50;

/** What `look` gives, as soon as it gives something. Rejects with the reason of `signal` once that has aborted. */
export async function watchFor<T>(look: () => T | undefined, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
