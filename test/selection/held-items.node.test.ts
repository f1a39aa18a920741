import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScriptedLauncher } from '../../src/testing/index.ts';
import { MANNERS, onBench } from '../support/in-virtual-time.ts';
import { line, wishes } from '../support/wishes.ts';

const PARKING = { catalogItemId: 'parking', maximum: 5 };
for (const manners of MANNERS) {
  const bench = onBench.bind(undefined, { manners });

  describe(`what is held, with launchers of ${manners} manners`, () => {
    it(
      'stays when its selection is closed, is overtaken, or fails',
      bench(async (b) => {
        await b.startReady([{ ...PARKING, quantity: 2 }]);
        const { held } = b;
        b.upsell.close();
        assert.deepEqual(b.held, held);
        b.start();
        assert.deepEqual(b.held, held);
        (await b.rokt.nextSelection()).fail();
        await b.time.run();
        assert.deepEqual([b.upsell.state.phase, b.held], ['failed', held]);
        b.upsell.drop();
        assert.deepEqual([b.upsell.state.phase, b.held], ['idle', held]);
      }),
    );

    it(
      'gets its quantity again under the new id that the next selection announces, and nothing else is sent',
      bench(async (b) => {
        const { items } = await b.startReady([{ ...PARKING, quantity: 3 }]);
        const { selection, items: fresh } = await b.startReady([{ ...PARKING, quantity: 1 }]);
        assert.deepEqual(wishes(selection), [{ cartItemId: fresh[0]!.cartItemId, quantity: 3 }]);
        assert.deepEqual(b.held, [[fresh[0]!.cartItemId, 3]]);
        assert.notEqual(fresh[0]!.cartItemId, items[0]!.cartItemId);
        assert.ok(b.changes.includes('updated by selection: 1 to 3'));
      }),
    );

    it(
      'is sent nothing where the next selection announces it as it is, and is told under its new id',
      bench(async (b) => {
        await b.startReady([{ ...PARKING, quantity: 2 }]);
        const { selection, items } = await b.startReady([{ ...PARKING, quantity: 2 }]);
        assert.deepEqual(wishes(selection), []);
        assert.deepEqual(b.held, [[items[0]!.cartItemId, 2]]);
      }),
    );

    it(
      'is told to no launcher but our own, which opens with it and hears at which price it is held',
      bench(async (b) => {
        const { items } = await b.startReady([{ ...PARKING, quantity: 2 }]);
        b.start();
        assert.equal((await b.rokt.nextSelection()).request.heldItems, undefined);
        b.start({ sources: () => [b.source('offers')] });
        const { heldItems = [] } = (await b.rokt.nextSelection()).request;
        const item = items[0]!;
        const { unitPrice, currency } = item;
        assert.equal(heldItems.length, 1);
        assert.partialDeepStrictEqual(heldItems[0], { ...line(item.cartItemId, 2), unitPrice, currency });
      }),
    );

    it(
      'of another kind of launcher goes before the selection is ready',
      bench(async (b) => {
        await b.startReady([{ ...PARKING, quantity: 2 }]);
        const own = createScriptedLauncher({ manners });
        const before = b.facts.length;
        const { selection } = await b.startReady([{ catalogItemId: 'facility' }], {
          rokt: own,
          servedBy: 'offers',
        });
        assert.deepEqual(b.types.slice(before), [
          'placements-loading',
          'cart-item-updated',
          'placements-ready',
        ]);
        assert.equal(b.changes.at(-1), 'removed by selection: 2 to 0');
        assert.deepEqual(wishes(selection), []);
      }),
    );

    it(
      'and that our own launcher no longer offers goes, also where it offers nothing',
      bench(async (b) => {
        const own = { rokt: createScriptedLauncher({ manners }), servedBy: 'offers' } as const;
        await b.startReady([{ ...PARKING, quantity: 2 }], own);
        b.start({ sources: () => [b.source('offers', own.rokt)] });
        (await own.rokt.nextSelection()).find(0);
        await b.time.run();
        assert.deepEqual([b.upsell.state.phase, b.held], ['empty', []]);
        assert.equal(b.changes.at(-1), 'removed by selection: 2 to 0');
      }),
    );

    it(
      'stays where a hosted launcher offers nothing: nothing has taken its place',
      bench(async (b) => {
        await b.startReady([{ ...PARKING, quantity: 2 }]);
        b.start();
        (await b.rokt.nextSelection()).find(0);
        await b.time.run();
        assert.deepEqual([b.upsell.state.phase, b.held.length], ['empty', 1]);
      }),
    );

    it(
      'opens at what our own launcher allows, and is not asked for again',
      bench(async (b) => {
        const own = { rokt: createScriptedLauncher({ manners }), servedBy: 'offers' } as const;
        await b.startReady([{ ...PARKING, quantity: 4 }], own);
        const { selection } = await b.startReady([{ ...PARKING, maximum: 2, quantity: 2 }], own);
        assert.deepEqual(wishes(selection), []);
        assert.deepEqual(
          b.held.map(([, quantity]) => quantity),
          [2],
        );
      }),
    );

    it(
      'can go while no selection runs, and while the running one does not know it',
      bench(async (b) => {
        const { items } = await b.startReady([
          { ...PARKING, quantity: 2 },
          { catalogItemId: 'facility', quantity: 1 },
        ]);
        b.upsell.close();
        const gone = b.ask({ cartItemId: items[0]!.cartItemId, quantity: 0 });
        const raised = b.ask({ cartItemId: items[1]!.cartItemId, quantity: 2 });
        await b.time.settle();
        assert.deepEqual(gone, { outcome: 'applied', answered: false, quantity: 0 });
        assert.deepEqual(raised, { error: 'no-selection' });
        assert.equal(b.changes.at(-1), 'removed by page: 2 to 0');
        b.start();
        const early = b.ask({ catalogItemId: 'facility', quantity: 0 });
        await b.time.settle();
        assert.deepEqual(early, {}, 'while loading it waits like every call');
        const selection = await b.rokt.nextSelection();
        selection.succeed();
        await b.time.pass(10);
        assert.deepEqual([early.outcome, early.answered, b.held.length], ['applied', false, 0]);
        assert.deepEqual(wishes(selection), []);
      }),
    );
  });
}
