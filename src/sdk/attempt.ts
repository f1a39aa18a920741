import { UpsellError } from '../model/index.ts';
import type { Launcher } from './launcher.ts';
import type { LauncherClient, LauncherSource } from './launcher-source.ts';
import { later, unlessAborted } from './unless-aborted.ts';

/** One try at one source, until it is over: it has failed, or nobody needs it any more. */
export class Attempt {
  readonly source: LauncherSource;
  readonly #timeout: number;
  #isLaunched = false;
  readonly #waiting = new AbortController();
  readonly #over = new AbortController();

  /** @param timeout how long it may be waited for, ms */
  constructor(source: LauncherSource, timeout: number) {
    this.source = source;
    this.#timeout = timeout;
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

  /** The launcher of its source, which is asked for once. */
  async acquire(heard: Pick<LauncherClient, 'renewed' | 'report'>): Promise<Launcher> {
    const client = { ...heard, signal: this.over, timeout: this.#timeout };
    const launcher = await this.while(this.source.acquire(client));
    this.#isLaunched = true;
    return launcher;
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

  /** What slow means: own offers are one thing, whichever step of it is. */
  #toTimeoutError(): UpsellError {
    const { servedBy, timeoutReason } = this.source;
    const reason = this.#isLaunched && servedBy !== 'offers' ? 'selection-timeout' : timeoutReason;
    if (typeof reason !== 'string') return reason;
    return new UpsellError(reason, `no answer within ${this.#timeout} ms`);
  }
}

/** The launcher of `source`, for something other than a selection: whoever has it does not count. */
export function acquireBriefly(source: LauncherSource, timeout: number): Promise<Launcher> {
  const attempt = new Attempt(source, timeout);
  const ignore = () => undefined;
  return attempt.acquire({ renewed: ignore, report: ignore }).finally(() => attempt.end());
}
