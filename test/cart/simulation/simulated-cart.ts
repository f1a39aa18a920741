import type { Cart, CartLine, CartUpsell, UpsellChange } from '../../../src/cart/index.ts';
import { productKey } from '../../../src/model/index.ts';
import type { Scenario } from './scenario.ts';

/** One change that the cart was told, and whether it took it. */
export interface ToldChange {
  readonly change: UpsellChange;
  readonly isRefused: boolean;
}

/** A page's cart of one of three kinds: at once; later; at once but taken back when its server refuses. */
export class SimulatedCart implements Cart {
  readonly products = new Map<string, number>();
  readonly upsells = new Map<string, { upsell: CartUpsell; quantity: number }>();
  readonly told: ToldChange[] = [];
  /** How many changes are under way. */
  underWay = 0;
  /** How often a line changed, by key, and a product, by id. */
  readonly changes = new Map<string, number>();
  readonly #options: Scenario['cart'];
  readonly #listeners = new Set<() => void>();

  constructor(options: Scenario['cart']) {
    this.#options = options;
  }

  lines(): CartLine[] {
    const products = [...this.products].flatMap(([productId, quantity]) => {
      // A shop may have one product on two lines.
      const halves = [Math.floor(quantity / 2), Math.ceil(quantity / 2)];
      return halves.map((half) => ({ productId, quantity: half }));
    });
    const upsells = [...this.upsells.values()].map((line) => ({
      productId: line.upsell.catalogItemId,
      ...line,
    }));
    return [...products, ...upsells];
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setUpsell(change: UpsellChange): void | Promise<void> {
    return this.#take(change);
  }

  removeUpsell(change: UpsellChange): void | Promise<void> {
    return this.#take(change);
  }

  /** The quantity of a line, 0 where there is none. */
  line(key: string): number {
    return this.upsells.get(key)?.quantity ?? 0;
  }

  setProduct(productId: string, quantity: number): void {
    this.products.set(productId, quantity);
    this.changes.set(productId, (this.changes.get(productId) ?? 0) + 1);
    this.notify();
  }

  /** The shopper sets a line; 0 takes it out. */
  setLine(upsell: CartUpsell, quantity: number): void {
    this.#set(upsell, quantity);
    this.notify();
  }

  notify(): void {
    for (const listener of this.#listeners) listener();
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  #take(change: UpsellChange): void | Promise<void> {
    const { kind, delays, refusals, most } = this.#options;
    const count = this.told.length;
    const isRefused = refusals[count % refusals.length] === true;
    this.told.push({ change, isRefused });
    const quantity = Math.min(change.quantity, most);
    const key = productKey(change);
    const before = this.upsells.get(key);
    if (kind === 'sync') {
      if (isRefused) throw new Error('the shop refuses');
      return this.setLine(change, quantity);
    }
    if (kind === 'optimistic') this.setLine(change, quantity);
    this.underWay++;
    return new Promise((resolve, reject) => {
      setTimeout(
        () => {
          this.underWay--;
          if (!isRefused) {
            if (kind === 'async') this.setLine(change, quantity);
            return resolve();
          }
          if (kind === 'optimistic' && this.line(key) === quantity) {
            this.setLine(before?.upsell ?? change, before?.quantity ?? 0);
          }
          reject(new Error('the shop refuses'));
        },
        delays[count % delays.length],
      );
    });
  }

  #set({ cartItemId, catalogItemId, linkedProductId }: CartUpsell, quantity: number): void {
    const upsell = { cartItemId, catalogItemId, linkedProductId };
    const key = productKey(upsell);
    if (this.line(key) !== quantity) this.changes.set(key, (this.changes.get(key) ?? 0) + 1);
    if (quantity > 0) this.upsells.set(key, { upsell, quantity });
    else this.upsells.delete(key);
  }
}
