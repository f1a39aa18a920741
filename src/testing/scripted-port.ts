import type { Subscriber } from '../sdk/index.ts';

/** What `subscribe` is to return: Rokt publishes none of it. */
export type SubscribeReturns = 'function' | 'object' | 'nothing';

/** The listening side of a scripted selection or placement. */
export class ScriptedPort {
  readonly #callbacks = new Map<string, Set<(event: unknown) => void>>();
  readonly #returns: SubscribeReturns;

  constructor(returns: SubscribeReturns) {
    this.#returns = returns;
  }

  on(name: string): Subscriber {
    return {
      subscribe: (callback) => {
        const callbacks = this.#callbacks.get(name) ?? new Set();
        this.#callbacks.set(name, callbacks.add(callback));
        const unsubscribe = () => callbacks.delete(callback);
        if (this.#returns === 'nothing') return undefined;
        return this.#returns === 'function' ? unsubscribe : { unsubscribe };
      },
    };
  }

  /** How many listen to `name`. */
  listenerCount(name: string): number {
    return this.#callbacks.get(name)?.size ?? 0;
  }

  /** Sends the message `name`; `event` stands for the whole event object. */
  emitEvent(name: string, event: unknown): void {
    for (const callback of [...(this.#callbacks.get(name) ?? [])]) callback(event);
  }
}
