import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onBench } from '../support/in-virtual-time.ts';
import { at, holdOne, Works } from '../support/page-works.ts';
import { wishes } from '../support/wishes.ts';

describe('the works of one change', () => {
  it(
    'count together: where one rejects, what was taken before is sent once all are in',
    onBench({}, async (b) => {
      const selection = await holdOne(b);
      const works = new Works(b, 2);
      selection.shopperSets(at(2));
      works.all[0]!.reject();
      await b.time.settle();
      assert.deepEqual(wishes(selection), []);
      works.all[1]!.resolve();
      await b.time.settle();
      assert.deepEqual(wishes(selection), [{ cartItemId: 'a:scripted', quantity: 1 }]);
    }),
  );

  it(
    'can be handed in only while it is told',
    onBench({}, async (b) => {
      const { selection } = await b.startReady();
      let late: ((work: Promise<unknown>) => void) | undefined;
      b.upsell.addEventListener('fact', ({ waitUntil }) => {
        late = waitUntil;
      });
      selection.shopperSets(at(1));
      assert.throws(() => late?.(Promise.resolve()), { name: 'InvalidStateError' });
    }),
  );
});

describe('of several changes with works', () => {
  const rows = [
    { ends: ['1 ok', '3 ok', '2 refused'], sent: undefined, why: 'the newest was taken' },
    { ends: ['3 refused', '2 ok', '1 ok'], sent: 2, why: 'the newest that was taken is the second' },
    { ends: ['1 refused', '2 refused', '3 refused'], sent: 0, why: 'nothing was taken' },
    { ends: ['3 refused', '1 ok', '2 refused'], sent: 1, why: 'the newest that was taken is the first' },
    { ends: ['3 ok', '2 ok', '1 ok'], sent: undefined, why: 'all were taken' },
  ];
  for (const { ends, sent, why } of rows) {
    it(
      `ending as ${ends.join(', ')}: ${sent === undefined ? 'nothing is sent' : `${sent} is sent`}, for ${why}`,
      onBench({}, async (b) => {
        const { selection } = await b.startReady();
        const works = new Works(b);
        for (const quantity of [1, 2, 3]) selection.shopperSets(at(quantity));
        for (const end of ends) {
          assert.deepEqual(wishes(selection), [], 'it waits until all are in');
          const [change, how] = end.split(' ');
          const work = works.all[Number(change) - 1]!;
          if (how === 'ok') work.resolve();
          else work.reject();
          await b.time.settle();
        }
        const wanted = sent === undefined ? [] : [{ cartItemId: 'a:scripted', quantity: sent }];
        assert.deepEqual(wishes(selection), wanted);
      }),
    );
  }

  it(
    'one without works is taken at once',
    onBench({}, async (b) => {
      const selection = await holdOne(b);
      selection.shopperSets(at(2));
      const works = new Works(b);
      selection.shopperSets(at(3));
      works.all[0]!.reject();
      await b.time.settle();
      assert.deepEqual(wishes(selection), [{ cartItemId: 'a:scripted', quantity: 2 }]);
    }),
  );

  it(
    'what is told once more without a change neither takes nor ends anything',
    onBench({ manners: 'shipped' }, async (b) => {
      const selection = await holdOne(b);
      const works = new Works(b);
      selection.shopperSets(at(2));
      selection.announce(at(2));
      works.all[0]!.reject();
      await b.time.settle();
      assert.deepEqual(wishes(selection), [{ cartItemId: 'a:scripted', quantity: 1 }]);
    }),
  );

  it(
    'a newer change makes the way back of an older one needless, also where it waits its turn',
    onBench({ handling: 'when-told' }, async (b) => {
      const selection = await holdOne(b);
      const works = new Works(b);
      selection.shopperSets(at(2));
      b.ask({ cartItemId: 'a:scripted', quantity: 5 });
      works.all[0]!.reject();
      await b.time.settle();
      (await selection.nextSend()).answer();
      works.all[1]!.resolve();
      await b.time.run();
      assert.deepEqual(wishes(selection), [{ cartItemId: 'a:scripted', quantity: 5 }]);
      assert.deepEqual(b.held, [['a:scripted', 5]]);
      assert.deepEqual(b.errors, []);
    }),
  );
});
