/** Something that is due at a moment. */
class Due {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;

  constructor(at: number, order: number, act: () => void) {
    this.at = at;
    this.order = order;
    this.act = act;
  }

  /** As a timer of Node's has it. */
  unref(): this {
    return this;
  }
}

/** What a page tells time by, as it was. */
const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  dateNow: Date.now,
  performanceNow: performance.now.bind(performance),
  timeStamp: Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp') as PropertyDescriptor,
};

/**
 * Time that passes only when a test lets it: `setTimeout` waits in a list, and each moment's work, with all that hangs
 * on it, is done before the next begins. The same scenario always takes the same course.
 */
export class VirtualTime {
  now = 0;
  #due: Due[] = [];
  #order = 0;
  readonly #goingOn: number;

  /** @param goingOn timers that are shorter go on by themselves, in real time: what is real on the page needs them, ms */
  constructor({ goingOn = 0 } = {}) {
    this.#goingOn = goingOn;
  }

  install(): void {
    // By names of their own: browsers refuse to be called as methods of `real`.
    const { setTimeout: start, clearTimeout: stop } = real;
    const set = (act: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
      delay < this.#goingOn ? start(act, delay, ...args) : this.after(delay, () => act(...args));
    const clear = (timer: Due | number | undefined) => {
      if (timer instanceof Due) this.#due = this.#due.filter((due) => due !== timer);
      else stop(timer);
    };
    const [date, origin] = [real.dateNow(), real.performanceNow()];
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    Date.now = () => date + this.now;
    performance.now = () => origin + this.now;
    const get = () => origin + this.now;
    Object.defineProperty(Event.prototype, 'timeStamp', { ...real.timeStamp, get });
  }

  restore(): void {
    const { setTimeout, clearTimeout, dateNow, performanceNow, timeStamp } = real;
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Date.now = dateNow;
    performance.now = performanceNow;
    Object.defineProperty(Event.prototype, 'timeStamp', timeStamp);
  }

  /** Does `act` when `delay` ms have passed. */
  after(delay: number, act: () => void): Due {
    const due = new Due(this.now + delay, ++this.#order, act);
    this.#due.push(due);
    return due;
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

  /** Lets time pass, little by little, until `isTrue` holds; what goes on by itself has a turn in between. */
  async until(isTrue: () => boolean): Promise<void> {
    const { setTimeout: start } = real;
    while (!isTrue()) {
      await new Promise((resolve) => start(resolve, 5));
      await this.pass(10);
    }
  }

  /** What `promise` resolves with; time passes until it has settled. */
  async untilSettled<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    promise.then(settle, settle);
    await this.until(() => isSettled);
    return promise;
  }

  /** Lets every promise that can settle do so; no time passes. */
  settle(): Promise<void> {
    return task();
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

/** Resolves in a task of its own, without a timer. */
function task(): Promise<void> {
  return new Promise((resolve) => {
    if ('setImmediate' in globalThis) return void setImmediate(resolve);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** A test in a time that passes only when it says so; `options` are those of the time. */
export function inVirtualTime(
  test: (time: VirtualTime) => Promise<void>,
  options?: ConstructorParameters<typeof VirtualTime>[0],
): () => Promise<void> {
  return async () => {
    const time = new VirtualTime(options);
    time.install();
    try {
      await test(time);
    } finally {
      time.restore();
    }
  };
}

/**
 * A test whose time-outs wait until it lets them pass, while scripts load, frames are drawn and polls go on as ever: for a
 * time-out that counts, on a machine that may be slow.
 */
export function withHeldTime(test: (time: VirtualTime) => Promise<void>): () => Promise<void> {
  return inVirtualTime(test, { goingOn: 30 });
}
