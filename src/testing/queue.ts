import { createDeferred, type Deferred } from './deferred.ts';

/** Things in the order they happened, each taken once, also by one who asks before it happens. */
export class Queue<T> {
  readonly all: T[] = [];
  readonly #asked: Deferred<T>[] = [];
  #taken = 0;

  push(thing: T): void {
    this.all.push(thing);
    this.#hand();
  }

  next(): Promise<T> {
    const asked = createDeferred<T>();
    this.#asked.push(asked);
    this.#hand();
    return asked.promise;
  }

  /** As {@link next}; rejects with `error` where nothing has come within `time`, ms. */
  nextWithin(time: number, error: Error): Promise<T> {
    const asked = createDeferred<T>();
    const timer = setTimeout(() => {
      this.#asked.splice(this.#asked.indexOf(asked), 1);
      asked.reject(error);
    }, time);
    this.#asked.push(asked);
    this.#hand();
    void asked.promise.then(
      () => clearTimeout(timer),
      () => undefined,
    );
    return asked.promise;
  }

  /** Keeps what was taken no more. */
  clearTaken(): void {
    this.all.splice(0, this.#taken);
    this.#taken = 0;
  }

  #hand(): void {
    while (this.#asked.length > 0 && this.#taken < this.all.length) {
      this.#asked.shift()?.resolve(this.all[this.#taken] as T);
      this.#taken += 1;
    }
  }
}
