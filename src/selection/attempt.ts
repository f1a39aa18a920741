import { UpsellError } from '../model/index.ts';
import { later, type LauncherSource, timeoutError, unlessAborted } from '../sdk/index.ts';

/** One try at one source, until it is over: it has failed, or the selection has ended. */
export class Attempt {
  readonly source: LauncherSource;
  /** How long it may be waited for, ms. */
  readonly timeout: number;
  /** True once the launcher is there. */
  isLaunched = false;
  readonly #waiting = new AbortController();
  readonly #over = new AbortController();

  constructor(source: LauncherSource, timeout: number) {
    this.source = source;
    this.timeout = timeout;
    later(this.over, timeout, () => this.#waiting.abort(this.#toTimeoutError()));
  }

  /** Aborts when it is over. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Aborts when nobody waits for it any more, with the error that this means. */
  get waiting(): AbortSignal {
    return this.#waiting.signal;
  }

  /** `step`, or a rejection as soon as nobody waits for it any more. */
  while<T>(step: PromiseLike<T>): Promise<T> {
    return unlessAborted(this.waiting, step);
  }

  /** It is over. */
  end(): void {
    this.#waiting.abort(new UpsellError('no-selection', 'it has ended'));
    this.#over.abort();
  }

  /** Own offers are one thing, whichever step of it is slow. */
  #toTimeoutError(): UpsellError {
    const { servedBy, timeoutReason } = this.source;
    const isSelecting = this.isLaunched && servedBy !== 'offers';
    return timeoutError(isSelecting ? 'selection-timeout' : timeoutReason, this.timeout);
  }
}
