import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCartItem } from '../../src/testing/index.ts';
import { onBench } from '../support/in-virtual-time.ts';

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
