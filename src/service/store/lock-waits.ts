/** ms after which whoever waits for a row has waited for long. */
const LONG_WAIT = 1_000;

/**
 * Who of a pool of connections waits for a row that another transaction has. Half of them may wait for as long as it takes: with all
 * of them waiting for one product, nothing else would be sold.
 */
export class LockWaits {
  readonly #room: number;
  /** When each has begun to wait; the first ones before the others. */
  readonly #since = new Set<{ readonly at: number }>();

  /** @param connections how many there are at most */
  constructor(connections: number) {
    this.#room = Math.ceil(connections / 2);
  }

  /** How long one that begins now may wait for a row, in ms, when so many connections are in use. */
  patienceAt(inUse: number, usual: number): number {
    return inUse > this.#room ? Math.min(usual, LONG_WAIT) : usual;
  }

  /** Whether enough wait already, and for long: one more would wait for the same. */
  get isJammed(): boolean {
    const [first] = this.#since;
    return this.#since.size >= this.#room && performance.now() - (first?.at ?? Infinity) >= LONG_WAIT;
  }

  /** Counts `wait` among those who wait, as long as it does. */
  async during<Result>(wait: Promise<Result>): Promise<Result> {
    const since = { at: performance.now() };
    this.#since.add(since);
    try {
      return await wait;
    } finally {
      this.#since.delete(since);
    }
  }
}
