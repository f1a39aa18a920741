import type { Clock } from './clock.ts';
import { sweepHolds } from './reservation/expire.ts';
import { accountIds } from './store/accounts.ts';
import { FORGOTTEN_AT_ONCE, type Retention, retentions } from './store/retention.ts';
import type { Store } from './store/store.ts';

/** How long what is not kept for ever is kept, in ms, by its name. */
export type RetentionTimes = Readonly<Partial<Record<Retention['name'], number>>>;

export interface SweeperOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Is told of a store that does not answer. */
  readonly report: (problem: string) => void;
  readonly keptFor?: RetentionTimes | undefined;
  /** ms between the end of one sweep and the next; 10,000. */
  readonly interval?: number | undefined;
}

export interface Sweeper {
  /** Sweeps now, or after the sweep that is under way, and resolves when it is done. */
  sweep(): Promise<void>;
  /** Sweeps no more, and waits for the sweep that is under way. */
  stop(): Promise<void>;
}

/** Ends holds that are over, and forgets what is old. Nothing waits for it: a hold is over at its time, swept or not. */
export function createSweeper({
  store,
  clock,
  report,
  keptFor = {},
  interval = 10_000,
}: SweeperOptions): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let turn: Promise<void> = Promise.resolve();

  async function sweepAccount(accountId: string): Promise<void> {
    await sweepHolds(store, accountId, (tx) => clock.now(tx, accountId));
    for (const retention of retentions) await forget(accountId, retention);
  }

  async function forget(accountId: string, retention: Retention): Promise<void> {
    const time = keptFor[retention.name] ?? retention.keptFor;
    let forgotten = FORGOTTEN_AT_ONCE;
    while (forgotten >= FORGOTTEN_AT_ONCE) {
      forgotten = await store.transaction(async (tx) =>
        retention.forget(tx, accountId, (await clock.now(tx, accountId)) - time),
      );
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
    timer = setTimeout(() => void sweep().then(wait), interval);
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
