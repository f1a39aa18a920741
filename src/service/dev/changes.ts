/** Tells whoever watches an account that something of it has changed, and not what. */
export class Changes {
  readonly #waiting = new Map<string, Set<() => void>>();

  tell(accountId: string): void {
    const waiting = this.#waiting.get(accountId);
    this.#waiting.delete(accountId);
    for (const resolve of waiting ?? []) resolve();
  }

  /** Resolves at the next change of the account, after `limit` ms or once `signal` is aborted, whatever comes first. */
  next(accountId: string, limit: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(accountId) ?? new Set();
      this.#waiting.set(accountId, waiting);
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, limit);
      waiting.add(end);
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    });
  }
}
