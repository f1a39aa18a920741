/** Changes that follow each other sooner than this are one, ms. */
const REST = 100;
/** How long an answer is waited for, ms. */
const PATIENCE = 10_000;

/** Who is asked, and who takes the answer. */
export interface NewestAnswerOptions<Answer> {
  /** Asks for what is wanted by now, until the signal aborts. */
  ask(signal: AbortSignal): Promise<Answer>;
  take(answer: Answer): void;
}

/** Asks again when something has changed: once for a storm of changes, and only the answer to the newest counts. */
export class NewestAnswer<Answer> {
  readonly #options: NewestAnswerOptions<Answer>;
  #newest: AbortController | undefined;

  constructor(options: NewestAnswerOptions<Answer>) {
    this.#options = options;
  }

  /**
   * Asks once nothing has changed for a moment. Resolves when the answer is taken, or when a newer change has overtaken this
   * one; rejects as the asking does.
   */
  async ask(): Promise<void> {
    this.end();
    const asking = new AbortController();
    this.#newest = asking;
    await rest(asking.signal);
    if (this.#newest !== asking) return;
    const timer = setTimeout(() => asking.abort(), PATIENCE);
    try {
      const answer = await this.#options.ask(asking.signal);
      if (this.#newest === asking) this.#options.take(answer);
    } catch (thrown) {
      // Nobody waits for what was overtaken.
      if (this.#newest === asking) throw thrown;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Nothing more is asked, and no answer taken. */
  end(): void {
    this.#newest?.abort();
    this.#newest = undefined;
  }
}

/** Resolves after the rest, or as soon as `signal` aborts. */
function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, REST);
    signal.addEventListener('abort', done, { once: true });
  });
}
