import type { Cart, CartLine, CartUpsell, UpsellChange } from '../../../src/cart/index.ts';
import { productKey } from '../../../src/model/index.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import type { Course } from './course.ts';

/** One change that the cart was told. */
export interface ToldChange {
  readonly change: UpsellChange;
  readonly isRefused: boolean;
}

/** Where the shop keeps a cart: it outlives pages. It takes changes at once; later; or at once until its server refuses. */
export class StoredCart {
  readonly products = new Map<string, number>();
  readonly upsells = new Map<string, { upsell: CartUpsell; quantity: number }>();
  readonly listeners = new Set<() => void>();
  /** How often a line changed, by key, and a product, by id. */
  readonly changes = new Map<string, number>();
  /** Told of each change, before anything comes of it. */
  onTold: (told: ToldChange) => void = () => undefined;
  readonly #options: Course['cart'];
  readonly #time: VirtualTime;
  readonly #underWay = new Map<string, number>();
  #count = 0;

  constructor(options: Course['cart'], time: VirtualTime) {
    this.#options = options;
    this.#time = time;
  }

  /** The quantity of a line, 0 where there is none. */
  line(key: string): number {
    return this.upsells.get(key)?.quantity ?? 0;
  }

  /** How many changes of a line are under way. */
  underWay(key: string): number {
    return this.#underWay.get(key) ?? 0;
  }

  /** The shopper sets a product. */
  setProduct(productId: string, quantity: number): void {
    this.products.set(productId, quantity);
    this.#changed(productId);
    this.notify();
  }

  /** The shopper sets a line; 0 takes it out. */
  setLine({ cartItemId, catalogItemId, linkedProductId }: CartUpsell, quantity: number): void {
    const upsell = { cartItemId, catalogItemId, linkedProductId };
    const key = productKey(upsell);
    if (this.line(key) !== quantity) this.#changed(key);
    if (quantity > 0) this.upsells.set(key, { upsell, quantity });
    else this.upsells.delete(key);
    this.notify();
  }

  notify(): void {
    for (const listener of [...this.listeners]) listener();
  }

  take(change: UpsellChange): void | Promise<void> {
    const { kind, delays, refusals, most } = this.#options;
    const count = this.#count++;
    const isRefused = refusals[count % refusals.length] === true;
    this.onTold({ change, isRefused });
    const quantity = Math.min(change.quantity, most);
    const key = productKey(change);
    const before = this.upsells.get(key);
    if (kind === 'sync') {
      if (isRefused) throw new Error('the shop refuses');
      return this.setLine(change, quantity);
    }
    if (kind === 'optimistic') this.setLine(change, quantity);
    this.#underWay.set(key, this.underWay(key) + 1);
    return new Promise((resolve, reject) => {
      this.#time.after(delays[count % delays.length] ?? 0, () => {
        this.#underWay.set(key, this.underWay(key) - 1);
        if (!isRefused) {
          if (kind === 'async') this.setLine(change, quantity);
          return resolve();
        }
        if (kind === 'optimistic' && this.line(key) === quantity) {
          this.setLine(before?.upsell ?? change, before?.quantity ?? 0);
        }
        reject(new Error('the shop refuses'));
      });
    });
  }

  #changed(name: string): void {
    this.changes.set(name, (this.changes.get(name) ?? 0) + 1);
  }
}

/** The stored cart as one page has it: all of it once it has been fetched, until then what the page itself has put there. */
export class PageCart implements Cart {
  readonly ready: Promise<void> | undefined;
  isThere: boolean;
  readonly #store: StoredCart;
  readonly #own = new Set<string>();

  constructor(store: StoredCart, { arrival, arrivesAfter }: Course, time: VirtualTime) {
    this.#store = store;
    this.isThere = arrival === 'at once';
    const fetched = new Promise<void>((resolve) => {
      if (this.isThere) return resolve();
      time.after(arrivesAfter, () => {
        this.isThere = true;
        resolve();
        store.notify();
      });
    });
    this.ready = arrival === 'late' ? fetched : undefined;
  }

  lines(): CartLine[] {
    const products = [...this.#store.products].flatMap(([productId, quantity]) => {
      // A shop may have one product on two lines.
      const halves = [Math.floor(quantity / 2), Math.ceil(quantity / 2)];
      return halves.map((half) => ({ productId, quantity: half }));
    });
    const upsells = [...this.#store.upsells]
      .filter(([key]) => this.isThere || this.#own.has(key))
      .map(([, line]) => ({ productId: line.upsell.catalogItemId, ...line }));
    return this.isThere ? [...products, ...upsells] : upsells;
  }

  subscribe(listener: () => void): () => void {
    this.#store.listeners.add(listener);
    return () => this.#store.listeners.delete(listener);
  }

  setUpsell(change: UpsellChange): void | Promise<void> {
    this.#own.add(productKey(change));
    return this.#store.take(change);
  }

  removeUpsell(change: UpsellChange): void | Promise<void> {
    return this.#store.take(change);
  }
}
