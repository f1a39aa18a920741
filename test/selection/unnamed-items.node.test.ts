import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCartItem, createScriptedLauncher } from '../../src/testing/index.ts';
import { type Bench, MANNERS, onBench } from '../support/in-virtual-time.ts';
import { wishes } from '../support/wishes.ts';

const PARKING = { catalogItemId: 'parking', maximum: 5 };

describe('what was held and no message of the next selection names', () => {
  const silent = onBench.bind(undefined, { manners: 'shipped' });

  it(
    'is asked for under its old id, stays through silence, and is told once',
    silent(async (b) => {
      const { items } = await b.startReady([{ ...PARKING, quantity: 2 }]);
      const { selection } = await b.startReady([]);
      assert.deepEqual(wishes(selection), [{ cartItemId: items[0]!.cartItemId, quantity: 2 }]);
      await selection.nextSend().then((send) => send.resolve());
      await b.time.run();
      assert.deepEqual(b.held, [[items[0]!.cartItemId, 2]]);
      const failed = b.facts.filter(({ type }) => type === 'update-failed');
      assert.equal(failed.length, 1);
      const { error, ...ids } = failed[0]!.detail as { error: { code: string } };
      assert.deepEqual(ids, { cartItemId: items[0]!.cartItemId, catalogItemId: 'parking', quantity: 2 });
      assert.equal(error.code, 'unknown-item');
    }),
  );

  it(
    'goes where the placement says that it knows no such item',
    silent(async (b) => {
      await b.startReady([{ ...PARKING, quantity: 2 }]);
      await b.startReady([{ catalogItemId: 'facility', quantity: 1 }]);
      assert.ok(b.changes.includes('removed by selection: 2 to 0'));
      assert.equal(b.held.length, 1);
    }),
  );

  it(
    'has the id that a late message for its product brings',
    silent(async (b) => {
      await b.startReady([{ ...PARKING, quantity: 2 }]);
      const { selection } = await b.startReady([]);
      selection.announce(buildCartItem({ cartItemId: 'late', catalogItemId: 'parking', quantity: 2 }));
      assert.deepEqual(b.held, [['late', 2]]);
    }),
  );
});

describe('what a selection was the first to announce', () => {
  for (const manners of MANNERS) {
    it(
      `goes before its terminal event where it fails, and before the fallback (${manners})`,
      onBench({ manners }, async (b) => {
        const own = createScriptedLauncher();
        const fail = async (rokt = b.rokt) => {
          const selection = await rokt.nextSelection();
          selection.offer([{ ...PARKING, quantity: 1 }]);
          selection.open();
          await b.time.pass(5);
          selection.fail();
        };
        b.start({ sources: () => [b.source(), b.source('offers', own)] });
        await fail();
        await b.time.pass(5);
        assert.deepEqual(b.types, [
          'placements-loading',
          'cart-item-updated',
          'cart-item-updated',
          'upsell-error',
        ]);
        await fail(own);
        await b.time.pass(5);
        assert.deepEqual(b.changes, [
          'added by placement: 0 to 1',
          'removed by selection: 1 to 0',
          'added by placement: 0 to 1',
          'removed by selection: 1 to 0',
        ]);
        assert.deepEqual(b.types.at(-1), 'placements-failed');
      }),
    );

    for (const isForNextStart of [false, true]) {
      it(
        `stays where the page's cart held it, whoever asks for its lines (${manners}, ${isForNextStart})`,
        onBench({ manners }, async (b) => {
          const line = { cartItemId: 'of an earlier visit', catalogItemId: 'parking', quantity: 1 };
          b.start({ heldItems: Object.assign([line], { isForNextStart }) });
          const selection = await b.rokt.nextSelection();
          const offers = [PARKING, { catalogItemId: 'facility' }].map((offer) => ({ ...offer, quantity: 1 }));
          const [parking] = selection.offer(offers);
          selection.open();
          await b.time.pass(5);
          selection.fail();
          await b.time.run();
          assert.deepEqual(b.held, [[parking!.cartItemId, 1]]);
          assert.deepEqual(b.changes.at(-1), 'removed by selection: 1 to 0');
          assert.deepEqual(b.types.at(-1), 'placements-failed');
        }),
      );
    }
  }
});

describe('a selection that ends while it loads', () => {
  const ends: Record<string, (b: Bench) => void> = {
    'is closed': (b) => b.upsell.close(),
    'has lost its source': (b) => b.upsell.drop(),
  };
  for (const [how, end] of Object.entries(ends)) {
    it(
      `because it ${how} ends with one terminal event`,
      onBench({}, async (b) => {
        b.start();
        const selection = await b.rokt.nextSelection();
        end(b);
        selection.succeed();
        await b.time.run();
        const told = b.types.filter((type) => type !== 'selection-dropped');
        assert.deepEqual(told, ['placements-loading', 'placements-closed']);
        assert.ok(selection.isClosed);
      }),
    );
  }
});
