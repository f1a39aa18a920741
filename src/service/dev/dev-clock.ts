import type { Clock } from '../clock.ts';
import type { Transaction } from '../store/store.ts';

/** How an account's time differs from the store's. */
export type ClockShift =
  | { readonly kind: 'offset'; readonly ms: number }
  /** Stands still at `at`, in ms since the epoch. */
  | { readonly kind: 'frozen'; readonly at: number };

/** A clock that a developer can set, for each account alone. */
export interface DevClock extends Clock {
  /** How the account's time is shifted now. */
  shiftOf(accountId: string): ClockShift;
  set(accountId: string, shift: ClockShift): void;
  /** Moves the account's time by `ms`, whether it runs or stands still. */
  advance(accountId: string, ms: number): void;
}

const RUNNING: ClockShift = { kind: 'offset', ms: 0 };

/** A clock that shows what `base` shows until it is set otherwise. */
export function createDevClock(base: Clock): DevClock {
  const shifts = new Map<string, ClockShift>();
  const shiftOf = (accountId: string) => shifts.get(accountId) ?? RUNNING;
  return {
    shiftOf,
    set(accountId, shift) {
      shifts.set(accountId, shift);
    },
    advance(accountId, ms) {
      const shift = shiftOf(accountId);
      if (shift.kind === 'frozen') shifts.set(accountId, { ...shift, at: shift.at + ms });
      else shifts.set(accountId, { ...shift, ms: shift.ms + ms });
    },
    async now(tx: Transaction, accountId: string) {
      const shift = shiftOf(accountId);
      return shift.kind === 'frozen' ? shift.at : (await base.now(tx, accountId)) + shift.ms;
    },
  };
}
