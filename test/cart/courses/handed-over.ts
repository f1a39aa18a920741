import assert from 'node:assert/strict';
import { productKey } from '../../../src/model/index.ts';
import type { ScriptedSelection } from '../../../src/testing/index.ts';
import type { ShopPage } from './shop-page.ts';

/** What our own launcher is told that the cart holds: what it has when the selection begins, or when the launcher is asked. */
export class HandedOver {
  readonly #page: ShopPage;
  #lines = new Map<string, number>();

  constructor(page: ShopPage) {
    this.#page = page;
  }

  /** A selection has begun. */
  begun(): void {
    const { course, store } = this.#page;
    this.#lines = new Map(course.offers.map(productKey).map((key) => [key, store.line(key)]));
  }

  /** @throws {Error} where it is another quantity */
  expectLines({ request: { heldItems } }: ScriptedSelection): void {
    const { isConnected, cart, store, course } = this.#page;
    if (!heldItems || !isConnected || !cart.isThere) return;
    for (const key of course.offers.map(productKey)) {
      if (store.underWay(key) > 0) continue;
      const held = heldItems.filter((item) => productKey(item) === key);
      const sum = held.reduce((total, { quantity }) => total + quantity, 0);
      const lines = [store.line(key), this.#lines.get(key)];
      assert.ok(lines.includes(sum), `handed ${sum} for ${lines.join(' or ')}: ${key}`);
    }
  }
}
