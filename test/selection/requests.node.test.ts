import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCartItem } from '../../src/testing/index.ts';
import { MANNERS, onBench } from '../support/in-virtual-time.ts';

const PARKING = { catalogItemId: 'parking', minimum: 1, maximum: 3, quantity: 1 };

for (const manners of MANNERS) {
  const bench = onBench.bind(undefined, { manners });

  describe(`a request to a launcher of ${manners} manners`, () => {
    it(
      'is applied by the message that comes back',
      bench(async (b) => {
        const { items } = await b.startReady([PARKING]);
        const ended = b.ask({ cartItemId: items[0]!.cartItemId, quantity: 2 });
        await b.time.pass(1);
        assert.deepEqual(ended, { outcome: 'applied', answered: true, quantity: 2 });
        assert.equal(b.changes.at(-1), 'updated by page: 1 to 2');
      }),
    );

    it(
      'that wants what is held already is applied at once, and nothing is sent',
      bench(async (b) => {
        const { selection, items } = await b.startReady([PARKING]);
        const told = b.changes.length;
        const ended = b.ask({ cartItemId: items[0]!.cartItemId, quantity: 1 });
        await b.time.settle();
        assert.deepEqual(ended, { outcome: 'applied', answered: false, quantity: 1 });
        assert.deepEqual([selection.sends.length, b.changes.length], [0, told]);
      }),
    );

    it(
      'for an item of which none is left, to be none, is applied at once as well',
      bench(async (b) => {
        const { selection, items } = await b.startReady([{ ...PARKING, minimum: 0 }]);
        const { cartItemId } = items[0]!;
        const [removed, again] = [b.ask({ cartItemId, quantity: 0 }), b.ask({ cartItemId, quantity: 0 })];
        await b.time.pass(10);
        assert.deepEqual(removed, { outcome: 'applied', answered: true, quantity: 0 });
        assert.deepEqual(again, { outcome: 'applied', answered: false, quantity: 0 });
        assert.equal(selection.sends.length, 1);
        assert.deepEqual(b.changes.at(-1), 'removed by page: 1 to 0');
      }),
    );

    it(
      'for one of another product in its place leaves that alone',
      bench(async (b) => {
        const { items } = await b.startReady([PARKING, { ...PARKING, catalogItemId: 'facility' }]);
        b.ask({ cartItemId: items[0]!.cartItemId, quantity: 3 });
        await b.time.pass(10);
        assert.deepEqual(
          b.held.map(([, quantity]) => quantity),
          [3, 1],
        );
      }),
    );

    it(
      'settles after the state and the event, each before the next request is sent',
      bench(async (b) => {
        const { items } = await b.startReady([PARKING]);
        const { cartItemId } = items[0]!;
        const course: string[] = [];
        b.upsell.addEventListener('fact', ({ fact }) => {
          if (fact.type === 'cart-item-updated')
            course.push(`event at ${b.upsell.state.cartItems[0]?.quantity}`);
        });
        for (const quantity of [2, 3]) {
          void b.upsell
            .updateCartItem({ cartItemId, quantity })
            .then(({ cartItem }) => course.push(`promise at ${cartItem?.quantity}`));
        }
        await b.time.pass(10);
        assert.deepEqual(course, ['event at 2', 'promise at 2', 'event at 3', 'promise at 3']);
      }),
    );

    it(
      'made by a listener is sent after every listener has heard of that change',
      bench(async (b) => {
        const { items } = await b.startReady([PARKING]);
        const { cartItemId } = items[0]!;
        const heard: number[] = [];
        b.upsell.addEventListener('fact', () => void b.upsell.updateCartItem({ cartItemId, quantity: 3 }), {
          once: true,
        });
        b.upsell.addEventListener('fact', ({ fact }) => {
          if (fact.type === 'cart-item-updated') heard.push(fact.detail.cartItem?.quantity ?? 0);
        });
        b.ask({ cartItemId, quantity: 2 });
        await b.time.pass(10);
        assert.deepEqual(heard, [2, 3]);
      }),
    );
  });

  describe(`a message of ${manners} manners`, () => {
    it(
      'on an item that goes is a removal, whatever quantity it says of the old state',
      bench(async (b) => {
        const { selection, items } = await b.startReady([{ ...PARKING, quantity: 2 }]);
        selection.shopperSets({ ...items[0]!, quantity: 0, totalPrice: 0 });
        assert.equal(b.changes.at(-1), 'removed by placement: 2 to 0');
        assert.deepEqual(b.held, []);
      }),
    );

    it(
      'that adds once more what is held changes nothing, and an older form beside it counts for nothing',
      bench(async (b) => {
        const { selection, items } = await b.startReady([PARKING]);
        const told = b.changes.length;
        selection.announce({ ...items[0]!, quantity: 1, totalPrice: 35 });
        assert.deepEqual(b.changes.slice(told), ['unchanged by placement: 1 to 1']);
        selection.emit('UPDATE_CART_ITEM_MESSAGE', {
          cartItem: { ...items[0]!, quantity: 2, totalPrice: 70 },
          oldCartItem: items[0]!,
        });
        assert.equal(b.changes.length, told + 1);
      }),
    );

    it(
      'is heard between getPlacements() and ready(), and before',
      bench(async (b) => {
        b.start();
        const selection = await b.rokt.nextSelection();
        selection.open();
        await b.time.settle();
        selection.announce(buildCartItem({ cartItemId: 'first', catalogItemId: 'first' }));
        const [placement] = selection.find(1);
        await b.time.settle();
        selection.announce(buildCartItem({ cartItemId: 'second', catalogItemId: 'second' }));
        assert.equal(b.upsell.state.phase, 'loading');
        placement!.becomeReady();
        await b.time.pass(1);
        assert.deepEqual(b.held, [
          ['first', 1],
          ['second', 1],
        ]);
        assert.deepEqual(b.types.slice(0, 4), [
          'placements-loading',
          'cart-item-updated',
          'cart-item-updated',
          'placements-ready',
        ]);
      }),
    );
  });
}
