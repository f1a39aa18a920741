import type { ConsoleEvent, Link } from './feed/event-feed.ts';
import type { AccountState, LoggedCall } from './protocol.ts';

/** What the console shows. */
export interface Shown {
  readonly link: Link;
  /** Oldest first. */
  readonly calls: readonly LoggedCall[];
  /** How many calls before these are not kept any more. */
  readonly forgotten: number;
  /** Undefined until it was told. */
  readonly state: AccountState | undefined;
  /** When it was told, by the page's own monotonic clock, in ms. */
  readonly toldAt: number;
}

/** As many as the service keeps. */
const KEPT = 1_000;

/** Nothing is known yet. */
export const NOTHING: Shown = {
  link: 'connecting',
  calls: [],
  forgotten: 0,
  state: undefined,
  toldAt: 0,
};

/** What is shown after `event`, which has come at `at`. */
export function nextShown(shown: Shown, event: ConsoleEvent, at: number): Shown {
  switch (event.name) {
    case 'start':
      return { ...shown, calls: [], forgotten: event.data.forgotten };
    case 'call':
      return withCall(shown, event.data);
    case 'state':
      return { ...shown, state: event.data, toldAt: at };
  }
}

/** Business time at `at`, in ms since the epoch. */
export function businessTime({ state, toldAt }: Pick<Shown, 'state' | 'toldAt'>, at: number): number {
  if (!state) return 0;
  const { now, isFrozen } = state.clock;
  return isFrozen ? now : now + (at - toldAt);
}

function withCall(shown: Shown, call: LoggedCall): Shown {
  const calls = [...shown.calls, call];
  const dropped = Math.max(0, calls.length - KEPT);
  return { ...shown, calls: calls.slice(dropped), forgotten: shown.forgotten + dropped };
}
