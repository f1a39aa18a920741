import type { Clock } from './clock.ts';
import type { KeptFor } from './durations.ts';
import { sweepHolds } from './reservation/index.ts';
import { accountIds } from './store/accounts.ts';
import { FORGOTTEN_AT_ONCE, type Retention, retentions } from './store/retention.ts';
import type { Store } from './store/store.ts';

/** ms between the end of one sweep and the next. */
const INTERVAL = 10_000;

/** What is swept, and who is told that it could not be. */
export interface SweeperOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly keptFor: KeptFor;
  /** Is told of a store that does not answer. */
  readonly report: (problem: string) => void;
}

/** Ends holds that are over, and forgets what is old. Nothing waits for it: a hold is over at its time, swept or not. */
export class Sweeper {
  readonly #options: SweeperOptions;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #turn: Promise<void> = Promise.resolve();
  #sweptAt = performance.now();

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  /** Sweeps by itself from now on, until it is stopped. */
  start(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.sweep().then(() => this.start()), INTERVAL);
    this.#timer.unref();
  }

  /** Sweeps now, or after the sweep that is under way, and resolves when it is done. */
  sweep(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#sweepAll());
    return this.#turn;
  }

  /** Sweeps no more, and waits for the sweep that is under way. */
  stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    return this.#turn;
  }

  /** ms since every account was swept; since the start, where that has not been. */
  get age(): number {
    return performance.now() - this.#sweptAt;
  }

  async #sweepAll(): Promise<void> {
    if (this.#isStopped) return;
    const { store } = this.#options;
    const accounts = await this.#reporting('', () => store.transaction(accountIds));
    let isWhole = accounts !== undefined;
    for (const accountId of accounts ?? []) {
      const swept = await this.#reporting(`, account ${accountId}`, () => this.#sweepAccount(accountId));
      isWhole &&= swept === true;
    }
    if (isWhole) this.#sweptAt = performance.now();
  }

  /** What `work` gives; a failure is reported, and is nobody else's. */
  async #reporting<Result>(whose: string, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#options.report(`sweeper${whose}: ${String(error)}`);
      return undefined;
    }
  }

  async #sweepAccount(accountId: string): Promise<true> {
    const { store, clock } = this.#options;
    await sweepHolds(store, accountId, (tx) => clock.now(tx, accountId));
    for (const retention of retentions) await this.#forget(accountId, retention);
    return true;
  }

  async #forget(accountId: string, retention: Retention): Promise<void> {
    const { store, clock, keptFor } = this.#options;
    let forgotten = FORGOTTEN_AT_ONCE;
    while (forgotten >= FORGOTTEN_AT_ONCE) {
      forgotten = await store.transaction(async (tx) => {
        const now = await clock.now(tx, accountId);
        return retention.forget(tx, accountId, now - keptFor[retention.name]);
      });
    }
  }
}
