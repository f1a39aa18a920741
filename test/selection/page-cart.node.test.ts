import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MANNERS, onBench } from '../support/in-virtual-time.ts';
import { line, wishes } from '../support/wishes.ts';

const PARKING = { catalogItemId: 'parking', maximum: 5 };
for (const manners of MANNERS) {
  const bench = onBench.bind(undefined, { manners });

  describe(`what is held, by a page’s cart, with launchers of ${manners} manners`, () => {
    it(
      'is as the page’s cart says, where that has come before the start: what it does not name goes first',
      bench(async (b) => {
        const { items } = await b.startReady([
          { ...PARKING, quantity: 2 },
          { catalogItemId: 'facility', quantity: 1 },
        ]);
        const before = b.facts.length;
        b.start({ heldItems: [line(items[0]!.cartItemId, 2)] });
        assert.deepEqual(b.types.slice(before), ['cart-item-updated', 'placements-loading']);
        assert.equal(b.changes.at(-1), 'removed by selection: 1 to 0');
        b.start({ heldItems: [] });
        assert.deepEqual(b.held, []);
      }),
    );

    it(
      'by a page’s cart from an earlier visit is asked for, under the id that the selection announces for it',
      bench(async (b) => {
        const { selection, items } = await b.startReady([{ ...PARKING, quantity: 1 }], {
          heldItems: [line('last-week:scripted', 4)],
        });
        assert.deepEqual(wishes(selection), [{ cartItemId: items[0]!.cartItemId, quantity: 4 }]);
        assert.deepEqual(b.held, [[items[0]!.cartItemId, 4]]);
      }),
    );
  });

  describe(`a page’s cart that comes while a selection of ${manners} manners runs`, () => {
    it(
      'has what it names asked for, and what it does not name taken out, as the page’s own wishes',
      bench(async (b) => {
        const { items } = await b.startReady([
          { ...PARKING, quantity: 1 },
          { catalogItemId: 'facility', quantity: 1 },
        ]);
        b.upsell.setHeldItems([line('last-week', 3)]);
        await b.time.pass(10);
        assert.deepEqual(b.held, [[items[0]!.cartItemId, 3]]);
        assert.deepEqual(b.changes.slice(-2).sort(), ['removed by page: 1 to 0', 'updated by page: 1 to 3']);
      }),
    );

    it(
      'changes nothing about what shopper or page have decided on since',
      bench(async (b) => {
        const { selection, items } = await b.startReady([
          { ...PARKING, quantity: 1 },
          { catalogItemId: 'facility', quantity: 1 },
          { catalogItemId: 'late' },
        ]);
        selection.shopperSets({ ...items[0]!, quantity: 2, totalPrice: 70 });
        b.ask({ cartItemId: items[1]!.cartItemId, quantity: 5 });
        selection.shopperSets({ ...items[2]!, quantity: 1, totalPrice: 35 });
        await b.time.pass(10);
        const sent = wishes(selection).length;
        b.upsell.setHeldItems([]);
        await b.time.pass(10);
        assert.equal(wishes(selection).length, sent);
        assert.deepEqual(
          b.held.map(([, quantity]) => quantity),
          [2, 5, 1],
        );
      }),
    );

    it(
      'while it loads waits until it is ready, and comes before what the page has waited to ask',
      bench(async (b) => {
        b.start();
        const selection = await b.rokt.nextSelection();
        const items = selection.offer([{ ...PARKING, quantity: 1 }, { catalogItemId: 'facility' }]);
        b.upsell.setHeldItems([line('last-week', 3), line('older', 2, 'facility')]);
        const asked = b.ask({ cartItemId: items[0]!.cartItemId, quantity: 2 });
        await b.time.settle();
        assert.deepEqual(wishes(selection), []);
        selection.succeed();
        await b.time.pass(10);
        assert.equal(asked.outcome, 'applied');
        assert.deepEqual(b.held[0], [items[0]!.cartItemId, 2]);
      }),
    );
  });
}
