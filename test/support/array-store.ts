import type { Cart, CartLine, UpsellChange } from '../../src/cart/index.ts';

const product: CartLine = { productId: 'laptop', quantity: 1 };

/** A subscription as RxJS has it: its method is one of its class, and needs its object. */
class Subscription {
  readonly #listeners: Set<() => void>;
  readonly #listener: () => void;
  closed = false;

  constructor(listeners: Set<() => void>, listener: () => void) {
    this.#listeners = listeners;
    this.#listener = listener;
    listeners.add(listener);
  }

  unsubscribe(): void {
    this.#listeners.delete(this.#listener);
    this.closed = true;
  }
}

/** A store that hands out the same array again and again, changed. */
export class ArrayStore implements Cart {
  readonly all: CartLine[] = [{ ...product }];
  readonly listeners = new Set<() => void>();
  readonly told: UpsellChange[] = [];
  readonly subscribe: Cart['subscribe'];

  constructor(subscribe?: (store: ArrayStore, listener: () => void) => ReturnType<Cart['subscribe']>) {
    const usual = (_: ArrayStore, listener: () => void) => new Subscription(this.listeners, listener);
    this.subscribe = (listener) => (subscribe ?? usual)(this, listener);
  }

  lines(): CartLine[] {
    return this.all;
  }

  setUpsell(change: UpsellChange): void {
    this.told.push(change);
    const line = this.all.find(({ upsell }) => upsell) as { quantity: number } | undefined;
    if (line) line.quantity = change.quantity;
    else this.all.push({ productId: 'parking', quantity: change.quantity, upsell: change });
    this.changed();
  }

  removeUpsell(change: UpsellChange): void {
    this.told.push(change);
    this.all.splice(1);
    this.changed();
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }
}
