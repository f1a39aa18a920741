/** One piece of work that is done again and again, never within itself. */
export interface Rounds {
  /** Does it at once, or after the round that is being done. */
  readonly now: () => void;
  /** Does it at the end of this task, however often that is asked for. */
  readonly soon: () => void;
}

/** Does `act` round by round: what a round causes is seen by the next one. */
export function createRounds(act: () => void): Rounds {
  let isBusy = false;
  let isScheduled = false;
  const now = () => {
    if (isBusy) return soon();
    isBusy = true;
    try {
      act();
    } finally {
      isBusy = false;
    }
  };
  const soon = () => {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      now();
    });
  };
  return { now, soon };
}
