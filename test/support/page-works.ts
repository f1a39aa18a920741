import { buildCartItem } from '../../src/testing/index.ts';
import type { Bench } from './in-virtual-time.ts';

/** The page's works on the changes of one item, which a test brings to their ends. */
export class Works {
  readonly all: { resolve(): void; reject(): void }[] = [];

  /** Hands in `count` works with each change from now on. */
  constructor(b: Bench, count = 1) {
    b.upsell.addEventListener('fact', ({ fact, waitUntil }) => {
      if (fact.type !== 'cart-item-updated' || fact.detail.change === 'unchanged') return;
      for (let n = 0; n < count; n++) {
        waitUntil?.(
          new Promise<void>((resolve, reject) => {
            this.all.push({ resolve, reject: () => reject(new Error('full')) });
          }),
        );
      }
    });
  }
}

/** The item at a quantity. */
export const at = (quantity: number) =>
  buildCartItem({ cartItemId: 'a:scripted', catalogItemId: 'parking', quantity });

/** A selection that holds 1, which the page has taken. */
export async function holdOne(b: Bench) {
  const { selection } = await b.startReady();
  selection.shopperSets(at(1));
  return selection;
}
