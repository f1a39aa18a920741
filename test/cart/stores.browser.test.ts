import { expect } from '@open-wc/testing';
import { type CartLine, type Conflict, connectCart } from '../../src/cart/index.ts';
import { buildCartItem } from '../../src/testing/index.ts';
import { ArrayStore } from '../support/array-store.ts';
import { connectShop } from '../support/connect-shop.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { mountReady } from '../support/mount-upsell.ts';
import { nextTask } from '../support/record-facts.ts';
import { until } from '../support/until.ts';

const parking = (quantity: number) => buildCartItem({ cartItemId: 'p1', quantity });

async function setUp(store = new ArrayStore()) {
  const mounted = await mountReady();
  const conflicts: Conflict[] = [];
  const disconnect = connectCart(mounted.element, store, {
    onConflict: (conflict) => conflicts.push(conflict),
  });
  await nextTask();
  return { ...mounted, store, conflicts, disconnect };
}

describe('a store that calls like an observable', () => {
  it('is left by the method of its subscription', async () => {
    const { store, disconnect, selection } = await setUp();
    expect(store.listeners.size).to.equal(1);
    disconnect();
    expect(store.listeners.size).to.equal(0);
    selection.shopperSets(parking(1));
    await nextTask();
    expect(store.told).to.deep.equal([]);
  });

  it('is left by a function that has a method as well', async () => {
    const stops: string[] = [];
    const both = () =>
      Object.assign(() => void stops.push('call'), { unsubscribe: () => void stops.push('method') });
    const { disconnect } = await setUp(new ArrayStore(both));
    disconnect();
    disconnect();
    expect(stops).to.deep.equal(['call']);
  });

  it('and throws when it is left, throws nothing into the page', async () => {
    const unsubscribe = () => expect.fail('it is closed');
    const { disconnect, conflicts } = await setUp(new ArrayStore(() => ({ unsubscribe })));
    disconnect();
    expect(conflicts).to.deep.equal([]);
  });

  it('and has the same array of lines each time, changed in place, is read each time', async () => {
    const { store, selection, conflicts } = await setUp();
    selection.shopperSets(parking(1));
    expect(store.all[1]?.quantity).to.equal(1);
    await nextTask();
    (store.all[1] as { quantity: number }).quantity = 3;
    store.changed();
    const send = await selection.nextSend();
    expect(send.data).to.deep.equal({ cartItemId: 'p1', quantity: 3 });
    send.answer();
    await nextTask();
    expect([store.all[1]?.quantity, conflicts]).to.deep.equal([3, []]);
  });
});

describe('a store that fails', () => {
  it('to be read once is told once, and both agree from its next change on', async () => {
    const { store, selection, conflicts } = await setUp();
    const lost = new Error('offline');
    store.lines = () => {
      throw lost;
    };
    selection.shopperSets(parking(2));
    store.changed();
    await nextTask();
    expect(conflicts).to.deep.equal([{ kind: 'cart-failed', error: lost }]);
    expect(store.told).to.deep.equal([]);
    store.lines = () => store.all;
    store.changed();
    await nextTask();
    expect([store.all[1]?.quantity, conflicts.length, selection.sends]).to.deep.equal([2, 1, []]);
  });

  it('while its lines are walked has nothing removed for the lines that did not come', async () => {
    const { store, selection, conflicts } = await setUp();
    selection.shopperSets(buildCartItem({ cartItemId: 'c1', linkedProductId: 'laptop', quantity: 1 }));
    await nextTask();
    const all = store.all.slice();
    store.lines = (): CartLine[] => {
      const broken = function* (): Generator<CartLine> {
        yield* [];
        throw new Error('cut off');
      };
      return broken() as unknown as CartLine[];
    };
    store.changed();
    await nextTask();
    expect(conflicts.map(({ kind }) => kind)).to.deep.equal(['cart-failed']);
    store.lines = () => all;
    store.changed();
    await nextTask();
    expect([store.all.length, store.told.length, selection.sends]).to.deep.equal([2, 1, []]);
  });
});

for (const manners of MANNERS) {
  describe(`a cart that answers late, with ${manners} placements`, () => {
    it('is told the newest only, once it has answered the first', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const answers: (() => void)[] = [];
      const take = () => new Promise<void>((resolve) => answers.push(resolve));
      const shop = connectShop(element, [], { take });
      for (const quantity of [1, 2, 3]) selection.shopperSets(parking(quantity));
      await nextTask();
      expect(shop.told.map(({ quantity }) => quantity)).to.deep.equal([1]);
      answers.shift()?.();
      await until(() => shop.told.length === 2);
      answers.shift()?.();
      await nextTask();
      expect([shop.quantity('parking-a'), shop.told.at(-1)?.quantity]).to.deep.equal([3, 3]);
      expect([selection.sends, shop.conflicts]).to.deep.equal([[], []]);
    });

    it('refuses without saying why, has the placement sent back, and is told once', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- Shops do.
      const shop = connectShop(element, [], { take: () => Promise.reject(undefined) });
      selection.shopperSets(parking(1));
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'p1', quantity: 0 });
      send.answer();
      await nextTask();
      expect([element.cartItems, shop.kinds()]).to.deep.equal([[], ['cart-refused']]);
    });

    it('is not told again of what it has, once the placement that it refused has gone back', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      let isFull = false;
      const take = () => (isFull ? expect.fail('full') : undefined);
      const shop = connectShop(element, [], { take });
      selection.shopperSets(parking(1));
      await nextTask();
      isFull = true;
      selection.shopperSets(parking(2));
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'p1', quantity: 1 });
      send.answer();
      await nextTask();
      expect([shop.told.length, shop.kinds()]).to.deep.equal([2, ['cart-refused']]);
      expect([shop.quantity('parking-a'), element.cartItems[0]?.quantity]).to.deep.equal([1, 1]);
    });
  });
}
