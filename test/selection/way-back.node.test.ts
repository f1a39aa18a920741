import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScriptedLauncher } from '../../src/testing/index.ts';
import { MANNERS, onBench } from '../support/in-virtual-time.ts';
import { at, holdOne, Works } from '../support/page-works.ts';
import { wishes } from '../support/wishes.ts';

describe('the way back', () => {
  it(
    'is told as the page’s own, and is not taken back again',
    onBench({}, async (b) => {
      const selection = await holdOne(b);
      b.upsell.addEventListener('fact', ({ waitUntil }) => waitUntil?.(Promise.reject(new Error('full'))));
      selection.shopperSets(at(2));
      (await selection.nextSend()).answer();
      await b.time.pass(1_000);
      assert.equal(b.changes.at(-1), 'updated by page: 2 to 1');
      assert.equal(wishes(selection).length, 1);
    }),
  );

  for (const manners of MANNERS) {
    it(
      `that the placement refuses is told once, as update-refused (${manners})`,
      onBench({ manners }, async (b) => {
        const works = new Works(b);
        const { selection } = await b.startReady([{ catalogItemId: 'parking', minimum: 2, quantity: 2 }]);
        works.all[0]!.reject();
        await b.time.run();
        assert.equal(wishes(selection).length, 1);
        assert.deepEqual(b.errors, ['update-refused']);
        assert.deepEqual(
          b.held.map(([, quantity]) => quantity),
          [2],
        );
      }),
    );
  }

  it(
    'that nobody answers is told as it ended',
    onBench({ handling: 'when-told' }, async (b) => {
      const selection = await holdOne(b);
      const works = new Works(b);
      selection.shopperSets(at(2));
      works.all[0]!.reject();
      await b.time.run();
      assert.deepEqual(b.errors, ['update-timeout']);
      assert.deepEqual(b.facts.at(-1)!.detail, {
        cartItemId: 'a:scripted',
        catalogItemId: 'parking',
        quantity: 1,
        error: (b.facts.at(-1)!.detail as { error: unknown }).error,
      });
    }),
  );

  it(
    'is not sent where the selection is over: what was taken is what is held, and what the next one is told',
    onBench({}, async (b) => {
      const selection = await holdOne(b);
      const works = new Works(b);
      selection.shopperSets(at(2));
      b.start({ sources: () => [b.source('offers')] });
      const next = await b.rokt.nextSelection();
      works.all[0]!.reject();
      await b.time.settle();
      assert.deepEqual([wishes(selection), wishes(next)], [[], []]);
      assert.equal(b.changes.at(-1), 'updated by selection: 2 to 1');
      assert.deepEqual(b.held, [['a:scripted', 1]]);
    }),
  );

  it(
    'goes to the selection that is ready by then, where none was when the page asked',
    onBench({}, async (b) => {
      await holdOne(b);
      const works = new Works(b);
      b.upsell.close();
      b.ask({ cartItemId: 'a:scripted', quantity: 0 });
      const { selection: next } = await b.startReady(
        [{ catalogItemId: 'parking', formerIds: ['a:scripted'] }],
        {
          servedBy: 'offers',
        },
      );
      works.all[0]!.reject();
      await b.time.pass(1_000);
      assert.deepEqual(
        next.cartItems.map(({ quantity }) => quantity),
        [1],
      );
      assert.deepEqual(
        b.held.map(([, quantity]) => quantity),
        [1],
      );
      assert.deepEqual(b.errors, []);
    }),
  );

  it(
    'does not lead to what nobody is left to hold',
    onBench({}, async (b) => {
      b.start();
      const loading = await b.rokt.nextSelection();
      loading.open();
      await b.time.settle();
      loading.announce(at(1));
      const works = new Works(b);
      loading.fail();
      await b.time.settle();
      assert.equal(b.changes.at(-1), 'removed by selection: 1 to 0');
      works.all[0]!.reject();
      await b.time.run();
      assert.deepEqual(b.held, []);
    }),
  );

  it(
    'of what nobody has taken, where the selection is over, leaves nothing held',
    onBench({}, async (b) => {
      const { selection } = await b.startReady();
      const works = new Works(b);
      selection.shopperSets(at(2));
      b.upsell.close();
      works.all[0]!.reject();
      await b.time.settle();
      assert.equal(b.changes.at(-1), 'removed by selection: 2 to 0');
      assert.deepEqual(b.held, []);
    }),
  );
});

describe('our own launcher', () => {
  it(
    'is shown how the page’s work goes, and no other launcher is',
    onBench({}, async (b) => {
      const own = createScriptedLauncher();
      const { selection } = await b.startReady([], { rokt: own, servedBy: 'offers' });
      const works = new Works(b);
      const shown = () =>
        selection.sends.flatMap(({ name, data }) => (name === 'ROKT_UPSELL_ITEM_WORK' ? [data] : []));
      selection.shopperSets(at(1));
      works.all[0]!.resolve();
      await b.time.settle();
      selection.shopperSets(at(2));
      works.all[1]!.reject();
      await b.time.settle();
      assert.deepEqual(
        shown(),
        ['pending', 'done', 'pending', 'failed'].map((state) => ({ cartItemId: 'a:scripted', state })),
      );
      const hosted = await holdOne(b);
      works.all.at(-1)!.resolve();
      await b.time.settle();
      assert.deepEqual(hosted.sends, []);
    }),
  );
});
