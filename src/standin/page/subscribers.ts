import type { Subscriber } from '../../sdk/index.ts';
import type { MannersName } from '../protocol.ts';

/** Those who listen to one selection or one placement. */
export class Subscribers {
  readonly #manners: MannersName;
  readonly #callbacks = new Map<string, Set<(event: unknown) => void>>();

  constructor(manners: MannersName) {
    this.#manners = manners;
  }

  /** Where messages called `name` can be listened to, by a function or by an observer. */
  on(name: string): Subscriber {
    return {
      subscribe: (listener: unknown) => {
        const callbacks = this.#callbacks.get(name) ?? new Set();
        const callback = toCallback(listener);
        this.#callbacks.set(name, callbacks.add(callback));
        const unsubscribe = () => void callbacks.delete(callback);
        return this.#manners === 'shipped' ? { unsubscribe } : unsubscribe;
      },
    };
  }

  tell(name: string, event: unknown): void {
    for (const callback of [...(this.#callbacks.get(name) ?? [])]) callback(event);
  }
}

/** A function of its own for each subscription, so that the same listener can be subscribed twice. */
function toCallback(listener: unknown): (event: unknown) => void {
  const { next = listener } = (listener ?? {}) as { next?: unknown };
  return (event) => {
    if (typeof next === 'function') next.call(listener, event);
  };
}
