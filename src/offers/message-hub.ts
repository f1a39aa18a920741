import type { Subscriber } from '../sdk/index.ts';

/** Hands messages to those who listen, in the way of Rokt's `on(name).subscribe(callback)`. */
export class MessageHub {
  readonly #callbacks = new Map<string, Set<(event: unknown) => void>>();

  /** Where messages called `name` can be listened to; `subscribe` returns a function that stops it. */
  on(name: string): Subscriber {
    return {
      subscribe: (callback) => {
        const callbacks = this.#callbacks.get(name) ?? new Set();
        this.#callbacks.set(name, callbacks.add(callback));
        return () => callbacks.delete(callback);
      },
    };
  }

  /** Tells everyone who listens to `name`. */
  emit(name: string, body: unknown = {}): void {
    for (const callback of [...(this.#callbacks.get(name) ?? [])]) callback({ type: name, body });
  }
}
