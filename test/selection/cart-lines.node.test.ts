import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCartItem } from '../../src/testing/index.ts';
import { MANNERS, onBench } from '../support/in-virtual-time.ts';
import { wishes } from '../support/wishes.ts';

const line = { cartItemId: 'old:scripted', catalogItemId: 'parking', quantity: 2 };
const parking = (quantity: number) =>
  buildCartItem({ cartItemId: 'new:scripted', catalogItemId: 'parking', quantity });

describe('a line of the page’s cart', () => {
  it(
    'is held on under its new id when the placement clears the old one',
    onBench({ manners: 'shipped', handling: 'when-told' }, async (b) => {
      const { selection } = await b.startReady([{ catalogItemId: 'parking', cartItemId: 'new:scripted' }], {
        heldItems: [line],
      });
      b.ask({ cartItemId: 'old:scripted', quantity: 1 });
      const send = await selection.nextSend();
      selection.shopperSets(parking(1));
      send.handle();
      await b.time.settle();
      assert.deepEqual(b.held, [['new:scripted', 1]]);
    }),
  );

  it(
    'is asked for under the id of the placement that said that there is none of it',
    onBench({ manners: 'shipped' }, async (b) => {
      const { selection } = await b.startReady([{ catalogItemId: 'parking', cartItemId: 'new:scripted' }]);
      b.ask({ cartItemId: 'old:scripted', quantity: 0 });
      b.upsell.setHeldItems([line]);
      selection.shopperSets(parking(0));
      b.ask({ catalogItemId: 'parking', quantity: 1 });
      await b.time.pass(10_000);
      assert.deepEqual(wishes(selection).at(-1), { cartItemId: 'new:scripted', quantity: 1 });
    }),
  );

  for (const manners of MANNERS) {
    it(
      `is asked of ${manners} placements as the page’s request says that has waited since an overtaken selection`,
      onBench({ manners }, async (b) => {
        await b.startReady([{ ...line, cartItemId: 'new:scripted' }]);
        b.start();
        await b.rokt.nextSelection();
        b.ask({ cartItemId: 'new:scripted', quantity: 3 });
        b.start();
        const third = await b.rokt.nextSelection();
        third.offer([{ ...line, cartItemId: 'newer:scripted', quantity: 1 }]);
        third.open();
        await b.time.pass(10);
        third.succeed();
        await b.time.pass(1_000);
        assert.deepEqual(wishes(third), [{ cartItemId: 'newer:scripted', quantity: 3 }]);
      }),
    );

    it(
      `is left to whoever handed it for the next start alone, with ${manners} placements`,
      onBench({ manners }, async (b) => {
        const heldItems = Object.assign([line], { isForNextStart: true });
        const { selection } = await b.startReady([], { heldItems });
        await b.time.pass(1_000);
        assert.deepEqual(wishes(selection), []);
      }),
    );
  }
});
