import type { Clock } from './clock.ts';
import { sweepHolds } from './reservation/expire.ts';
import { accountIds } from './store/accounts.ts';
import { FORGOTTEN_AT_ONCE, type Retention, retentions } from './store/retention.ts';
import type { Store } from './store/store.ts';

/** ms between the end of one sweep and the next. */
const INTERVAL = 10_000;

/** What is swept, and who is told that it could not be. */
export interface SweeperOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Is told of a store that does not answer. */
  readonly report: (problem: string) => void;
}

/** Housekeeping that goes on by itself until it is stopped. */
export interface Sweeper {
  /** Sweeps now, or after the sweep that is under way, and resolves when it is done. */
  sweep(): Promise<void>;
  /** Sweeps no more, and waits for the sweep that is under way. */
  stop(): Promise<void>;
}

/** Ends holds that are over, and forgets what is old. Nothing waits for it: a hold is over at its time, swept or not. */
export function createSweeper({ store, clock, report }: SweeperOptions): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let turn: Promise<void> = Promise.resolve();

  async function sweepAccount(accountId: string): Promise<void> {
    await sweepHolds(store, accountId, (tx) => clock.now(tx, accountId));
    for (const retention of retentions) await forget(accountId, retention);
  }

  async function forget(accountId: string, retention: Retention): Promise<void> {
    let forgotten = FORGOTTEN_AT_ONCE;
    while (forgotten >= FORGOTTEN_AT_ONCE) {
      forgotten = await store.transaction(async (tx) => {
        const now = await clock.now(tx, accountId);
        return retention.forget(tx, accountId, now - retention.keptFor);
      });
    }
  }

  async function sweepAll(): Promise<void> {
    if (isStopped) return;
    try {
      for (const accountId of await store.transaction(accountIds)) await sweepAccount(accountId);
    } catch (error) {
      report(`sweeper: ${String(error)}`);
    }
  }

  function wait(): void {
    if (isStopped) return;
    timer = setTimeout(() => void sweep().then(wait), INTERVAL);
    timer.unref();
  }

  function sweep(): Promise<void> {
    turn = turn.then(sweepAll);
    return turn;
  }

  wait();
  return {
    sweep,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      return turn;
    },
  };
}
