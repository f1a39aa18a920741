/** What the service is at, by account; undefined where it is not known yet whose call it is. */
export class CallsUnderWay {
  readonly #counts = new Map<string | undefined, number>();
  #waiting: (() => void)[] = [];

  /** Counts one; what it gives is called once, when the call is done. */
  begin(accountId: string | undefined): () => void {
    this.#counts.set(accountId, this.#of(accountId) + 1);
    return () => this.#end(accountId);
  }

  /** Resolves once no call is under way that is the account's, or may be. */
  async settled(accountId: string): Promise<void> {
    while (this.#of(accountId) + this.#of(undefined) > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #of(accountId: string | undefined): number {
    return this.#counts.get(accountId) ?? 0;
  }

  #end(accountId: string | undefined): void {
    const left = this.#of(accountId) - 1;
    if (left > 0) this.#counts.set(accountId, left);
    else this.#counts.delete(accountId);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
