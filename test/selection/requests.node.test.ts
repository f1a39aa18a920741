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

describe('the outcome', () => {
  const asked = onBench.bind(undefined, { handling: 'when-told' });
  const at = (quantity: number) => buildCartItem({ cartItemId: 'a', quantity });

  it(
    'is judged against what was held when the wish was sent: 1 to 2 and 2 to 2 have adjusted a wish for 5',
    asked(async (b) => {
      const { selection } = await b.startReady();
      selection.shopperSets(at(1));
      const ended = b.ask({ cartItemId: 'a', quantity: 5 });
      const send = await selection.nextSend();
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: at(2), oldCartItem: at(1) });
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: at(2), oldCartItem: at(2) });
      send.resolve();
      await b.time.pass(250);
      assert.deepEqual(ended, { outcome: 'adjusted', answered: true, quantity: 2 });
    }),
  );

  it(
    'is refused where messages came and left what was held',
    asked(async (b) => {
      const { selection } = await b.startReady();
      selection.shopperSets(at(2));
      const ended = b.ask({ cartItemId: 'a', quantity: 5 });
      const send = await selection.nextSend();
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: at(3), oldCartItem: at(2) });
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: at(2), oldCartItem: at(3) });
      send.resolve();
      await b.time.pass(250);
      assert.deepEqual(ended, { outcome: 'refused', answered: true, quantity: 2 });
    }),
  );

  it(
    'does not wait for send() where the wished quantity has come',
    asked(async (b) => {
      const { selection } = await b.startReady();
      const ended = b.ask({ cartItemId: 'a', quantity: 5 });
      await selection.nextSend();
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: at(5), oldCartItem: null });
      await b.time.settle();
      assert.deepEqual(ended, { outcome: 'applied', answered: true, quantity: 5 });
    }),
  );
});

describe('a wish by product', () => {
  it(
    'means a lone item of it also without its linked product, and of two the one that is named whole',
    onBench({}, async (b) => {
      const care = { catalogItemId: 'care', maximum: 9 };
      const { selection } = await b.startReady([{ ...care, linkedProductId: 'laptop-1', quantity: 1 }]);
      const lone = b.ask({ catalogItemId: 'care', quantity: 2 });
      await b.time.pass(10);
      assert.equal(lone.outcome, 'applied');
      const second = buildCartItem({ ...care, cartItemId: 'second', linkedProductId: 'laptop-2' });
      selection.announce(second);
      const ambiguous = b.ask({ catalogItemId: 'care', quantity: 3 });
      const whole = b.ask({ catalogItemId: 'care', linkedProductId: 'laptop-2', quantity: 3 });
      await b.time.pass(10);
      assert.deepEqual(ambiguous, { error: 'unknown-item' });
      assert.equal(whole.outcome, 'applied');
    }),
  );
});
