import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onBench } from '../support/in-virtual-time.ts';

const PARKING = { catalogItemId: 'parking', minimum: 1, maximum: 3, quantity: 1 };

describe('silence', () => {
  const shipped = onBench.bind(undefined, { manners: 'shipped' });

  it(
    'means, for an item that was named, that a wish beyond its bounds was refused and what is held stands',
    shipped(async (b) => {
      const { items } = await b.startReady([PARKING]);
      const ended = b.ask({ cartItemId: items[0]!.cartItemId, quantity: 9 });
      await b.time.pass(4_999);
      assert.deepEqual(ended, {});
      await b.time.pass(1);
      assert.deepEqual(ended, { outcome: 'refused', answered: false, quantity: 1 });
    }),
  );

  it(
    'means the same of a wish below the minimum, and of one beyond what the offer allows in all',
    shipped(async (b) => {
      b.start();
      const selection = await b.rokt.nextSelection();
      const [one, other] = selection.offer([PARKING, { ...PARKING, catalogItemId: 'other' }], { maximum: 3 });
      selection.succeed();
      await b.time.pass(10);
      const below = b.ask({ cartItemId: one!.cartItemId, quantity: 0 });
      const beyond = b.ask({ cartItemId: other!.cartItemId, quantity: 3 });
      await b.time.pass(5_000);
      for (const ended of [below, beyond]) {
        assert.deepEqual(ended, { outcome: 'refused', answered: false, quantity: 1 });
      }
    }),
  );

  it(
    'for an id that no message named is unknown-item',
    shipped(async (b) => {
      await b.startReady([PARKING]);
      const ended = b.ask({ cartItemId: 'stale:scripted', quantity: 0 });
      await b.time.pass(5_000);
      assert.deepEqual(ended, { error: 'unknown-item' });
    }),
  );

  it(
    'of send() itself is update-timeout, for an item that was named as for one that was not',
    onBench({ handling: 'when-told' }, async (b) => {
      const { items } = await b.startReady([PARKING]);
      const named = b.ask({ cartItemId: items[0]!.cartItemId, quantity: 2 });
      const unnamed = b.ask({ cartItemId: 'nobody', quantity: 2 });
      await b.time.pass(5_000);
      assert.deepEqual([named, unnamed], [{ error: 'update-timeout' }, { error: 'update-timeout' }]);
    }),
  );
});

describe('an id that is out of date', () => {
  it(
    'is refused at once by an item without content, which adds nothing',
    onBench({ manners: 'shipped' }, async (b) => {
      await b.startReady([PARKING]);
      const before = b.held;
      const ended = b.ask({ cartItemId: 'stale:scripted', quantity: 1 });
      await b.time.settle();
      assert.deepEqual(ended, { outcome: 'refused', answered: true, quantity: 0 });
      assert.deepEqual(b.held, before);
      assert.deepEqual(b.errors, []);
    }),
  );

  it(
    'takes out what was held under it, and the same product under a new id is an ordinary addition',
    onBench({ manners: 'shipped' }, async (b) => {
      const { selection, items } = await b.startReady([PARKING]);
      const { cartItemId } = items[0]!;
      const freshId = selection.renew(cartItemId);
      const ended = b.ask({ cartItemId, quantity: 2 });
      await b.time.settle();
      assert.deepEqual(ended, { outcome: 'refused', answered: true, quantity: 0 });
      assert.equal(b.changes.at(-1), 'removed by selection: 1 to 0');
      selection.announce({ ...items[0]!, cartItemId: freshId });
      assert.equal(b.changes.at(-1), 'added by placement: 0 to 1');
      assert.deepEqual(b.held, [[freshId, 1]]);
    }),
  );

  it(
    'leads to the new one, where the answer names both',
    onBench({ manners: 'documented' }, async (b) => {
      const { selection, items } = await b.startReady([PARKING]);
      const { cartItemId } = items[0]!;
      const freshId = selection.renew(cartItemId);
      const [first, second] = [b.ask({ cartItemId, quantity: 2 }), b.ask({ cartItemId, quantity: 3 })];
      await b.time.pass(10);
      assert.deepEqual([first.outcome, second.outcome], ['applied', 'applied']);
      assert.deepEqual(b.held, [[freshId, 3]]);
      assert.deepEqual(selection.sends.at(-1)!.data, { cartItemId: freshId, quantity: 3 });
    }),
  );
});
