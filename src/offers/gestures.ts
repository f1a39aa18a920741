/** How long after adding the presses of a hurried finger still belong to the Add button, ms. */
const QUIET = 500;

/** Tells the presses that are meant for a control from those that a hurried finger had left over from another. */
export class HurriedFinger {
  /** Until when presses on an item belong to its Add button, in the time of events. */
  readonly #quietUntil = new Map<string, number>();

  /** Add was pressed: what follows quickly on the same item is the rest of that press. */
  quieten(item: string, { timeStamp }: Event): void {
    this.#quietUntil.set(item, timeStamp + QUIET);
  }

  /** True when `event` is the rest of an earlier press; each such press lasts on. A key's click is never one. */
  isRest(item: string, event: Event): boolean {
    const isPointer = event instanceof MouseEvent && event.detail > 0;
    const isRest = isPointer && event.timeStamp < (this.#quietUntil.get(item) ?? 0);
    if (isRest) this.quieten(item, event);
    return isRest;
  }
}

/** A key held down on a button presses it once. */
export function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat && event.target instanceof HTMLButtonElement) event.preventDefault();
}
