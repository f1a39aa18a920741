/** Something that is due at a moment. */
interface Due {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

/**
 * Time that passes only when a test lets it: `setTimeout` waits in a list, and each moment's work, with all that hangs
 * on it, is done before the next begins. The same scenario always takes the same course.
 */
export class VirtualTime {
  now = 0;
  #due: Due[] = [];
  #order = 0;
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

  install(): void {
    const set = (act: () => void, delay = 0) => this.after(delay, act);
    const clear = (order: number) => {
      this.#due = this.#due.filter((due) => due.order !== order);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }

  restore(): void {
    Object.assign(globalThis, this.#real);
  }

  /** Does `act` when `delay` ms have passed. */
  after(delay: number, act: () => void): number {
    const order = ++this.#order;
    this.#due.push({ at: this.now + delay, order, act });
    return order;
  }

  /**
   * Lets time pass until nothing is due.
   *
   * @throws {Error} when it does not come to rest within `limit` moments
   */
  async run(limit = 4_000): Promise<void> {
    await this.settle();
    for (let count = 0; this.#due.length > 0; count++) {
      if (count === limit) throw new Error(`not quiet after ${limit} moments`);
      await this.#next(this.#earliest as Due);
    }
  }

  /** Lets `ms` pass. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    await this.settle();
    for (let next = this.#earliest; next && next.at <= end; next = this.#earliest) await this.#next(next);
    this.now = end;
  }

  /** Lets every promise that can settle do so; no time passes. */
  settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  get #earliest(): Due | undefined {
    let earliest = this.#due[0];
    for (const due of this.#due) {
      if (earliest && (due.at < earliest.at || (due.at === earliest.at && due.order < earliest.order))) {
        earliest = due;
      }
    }
    return earliest;
  }

  async #next(next: Due): Promise<void> {
    this.#due = this.#due.filter((due) => due !== next);
    this.now = next.at;
    next.act();
    await this.settle();
  }
}
