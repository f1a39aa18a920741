import { expect } from '@open-wc/testing';
import {
  type Cart,
  type CartLine,
  type Conflict,
  connectCart,
  type UpsellChange,
} from '../../src/cart/index.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { mountUpsell, reached } from '../support/mount-upsell.ts';
import { nextTask } from '../support/record-facts.ts';
import { until } from '../support/until.ts';

/** A cart in storage: each tab has it as text, and hears of what the other one writes in a later task. */
class Storage {
  text = '[]';
  writes = 0;
  readonly #tabs = new Map<string, () => void>();

  open(tab: string): Cart {
    const lines = () => JSON.parse(this.text) as CartLine[];
    const write = ({ quantity, cartItemId, catalogItemId }: UpsellChange) => {
      const others = lines().filter(({ productId }) => productId !== catalogItemId);
      const line = { productId: catalogItemId, quantity, upsell: { cartItemId, catalogItemId } };
      this.write(tab, quantity > 0 ? [...others, line] : others);
    };
    return {
      lines,
      subscribe: (listener) => {
        this.#tabs.set(tab, listener);
        return () => this.#tabs.delete(tab);
      },
      setUpsell: write,
      removeUpsell: write,
    };
  }

  write(from: string, lines: readonly CartLine[]): void {
    this.text = JSON.stringify(lines);
    this.writes += 1;
    this.#tabs.get(from)?.();
    for (const [tab, listener] of this.#tabs) if (tab !== from) setTimeout(listener);
  }

  get quantity(): number {
    return (JSON.parse(this.text) as CartLine[]).reduce((sum, { quantity }) => sum + quantity, 0);
  }
}

async function openTab(storage: Storage, tab: string) {
  const { element } = await mountUpsell((one) => {
    one.launcher = undefined;
    one.targetId = tab;
    // Whoever waits for silence to end does not agree in time.
    one.updateTimeout = 60_000;
    one.offersUrl = '/test/support/parking-offers.json';
  });
  const conflicts: Conflict[] = [];
  const cart = storage.open(tab);
  connectCart(element, cart, { onConflict: (conflict) => conflicts.push(conflict) });
  await reached(element, 'placements-ready');
  return { element, cart, conflicts, held: () => quantityOf(element) };
}

function quantityOf({ cartItems }: RoktUpsellElement): number {
  return cartItems.reduce((sum, { quantity }) => sum + quantity, 0);
}

describe('two tabs with one cart in storage', () => {
  it('agree at once on what is added in one of them, and neither takes the other’s id for a change', async () => {
    const storage = new Storage();
    const [one, other] = [await openTab(storage, 'one'), await openTab(storage, 'other')];
    await one.element.updateCartItem({ catalogItemId: 'parking', quantity: 2 });
    await until(() => other.held() === 2);
    await until(() => storage.quantity === 2);
    await nextTask();
    const { writes } = storage;
    for (let n = 0; n < 20; n++) await nextTask();
    expect(storage.writes).to.equal(writes);
    expect([one.held(), other.held(), one.conflicts, other.conflicts]).to.deep.equal([2, 2, [], []]);
  });

  it('agree on what is changed in the other one, in turn', async () => {
    const storage = new Storage();
    const [one, other] = [await openTab(storage, 'one'), await openTab(storage, 'other')];
    await one.element.updateCartItem({ catalogItemId: 'parking', quantity: 1 });
    await until(() => other.held() === 1);
    await other.element.updateCartItem({ catalogItemId: 'parking', quantity: 3 });
    await until(() => one.held() === 3);
    await one.element.updateCartItem({ catalogItemId: 'parking', quantity: 0 });
    await until(() => other.held() === 0);
    expect([storage.quantity, one.conflicts, other.conflicts]).to.deep.equal([0, [], []]);
  });

  it('agree where one opens with what the other has put there', async () => {
    const storage = new Storage();
    const one = await openTab(storage, 'one');
    await one.element.updateCartItem({ catalogItemId: 'parking', quantity: 2 });
    const other = await openTab(storage, 'other');
    await until(() => other.held() === 2);
    await nextTask();
    expect([one.held(), storage.quantity, one.conflicts, other.conflicts]).to.deep.equal([2, 2, [], []]);
  });
});
