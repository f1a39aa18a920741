/** How many requests are counted together, in ms from the first of them. */
const WINDOW = 60_000;

/** As many names are counted at once; beyond that the one that was counted first is forgotten. */
const MOST_NAMES = 5_000;

interface Count {
  seen: number;
  readonly endsAt: number;
}

/** Counts by name what comes in a minute. The minute of a name begins with its first. */
export class MinuteCounts {
  readonly #most: number;
  readonly #clock: () => number;
  readonly #counts = new Map<string, Count>();

  /**
   * @param most how many a name may have in its minute
   * @param clock the machine's time in ms
   */
  constructor(most: number, clock: () => number = Date.now) {
    this.#most = most;
    this.#clock = clock;
  }

  /** Counts one of `name`. The ms until its next minute where it has had too many, else 0. */
  add(name: string): number {
    const now = this.#clock();
    const count = this.#counts.get(name);
    if (count && now < count.endsAt) {
      count.seen++;
      return count.seen > this.#most ? count.endsAt - now : 0;
    }
    this.#begin(name, now);
    return this.#most < 1 ? WINDOW : 0;
  }

  #begin(name: string, now: number): void {
    // Put anew, so that the first of the map is the one whose minute began first.
    this.#counts.delete(name);
    if (this.#counts.size >= MOST_NAMES) this.#forgetFirst();
    this.#counts.set(name, { seen: 1, endsAt: now + WINDOW });
  }

  #forgetFirst(): void {
    const [first] = this.#counts.keys();
    if (first !== undefined) this.#counts.delete(first);
  }
}
