import { later, pause, unlessAborted } from '../sdk/index.ts';

/** Changes that follow each other sooner than this are one, ms. */
const REST = 100;
/** How long an answer is waited for, ms. */
const PATIENCE = 10_000;

/** Asks again when something has changed: once for a storm of changes, and only the answer to the newest counts. */
export class NewestAnswer {
  #newest: AbortController | undefined;

  /**
   * Asks once nothing has changed for a moment. Resolves when the answer is taken, or when a newer change has overtaken this
   * one; rejects as the asking does.
   *
   * @param put asks for what is wanted by now, until the signal aborts
   */
  async ask<Answer>(
    put: (signal: AbortSignal) => Promise<Answer>,
    take: (answer: Answer) => void,
  ): Promise<void> {
    this.end();
    const asking = new AbortController();
    const { signal } = asking;
    this.#newest = asking;
    try {
      await unlessAborted(signal, pause(REST));
      later(signal, PATIENCE, () => asking.abort());
      const answer = await put(signal);
      if (this.#newest === asking) take(answer);
    } catch (thrown) {
      // Nobody waits for what was overtaken.
      if (this.#newest === asking) throw thrown;
    } finally {
      asking.abort();
    }
  }

  /** Nothing more is asked, and no answer taken. */
  end(): void {
    this.#newest?.abort();
    this.#newest = undefined;
  }
}
