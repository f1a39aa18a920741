import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CartItem } from '../../src/model/index.ts';
import { buildCartItem, type ScriptedSelection } from '../../src/testing/index.ts';
import { MANNERS, onBench } from '../support/in-virtual-time.ts';

const item = (quantity: number, cartItemId = 'a') =>
  buildCartItem({ cartItemId, catalogItemId: cartItemId, quantity });
const wish = (quantity: number, cartItemId = 'a') => ({ cartItemId, quantity });
const sent = ({ sends }: ScriptedSelection) => sends.map(({ data }) => data);

for (const manners of MANNERS) {
  const bench = onBench.bind(undefined, { manners, handling: 'when-told' });

  describe(`requests for one item, to a launcher of ${manners} manners`, () => {
    it(
      'wait for their turn, in call order and unmerged, while other items go on',
      bench(async (b) => {
        const { selection } = await b.startReady();
        const ends = [b.ask(wish(1)), b.ask(wish(2)), b.ask(wish(5, 'b')), b.ask(wish(4))];
        const [first, other] = [await selection.nextSend(), await selection.nextSend()];
        assert.deepEqual(sent(selection), [wish(1), wish(5, 'b')]);
        other.answer();
        first.answer();
        (await selection.nextSend()).answer();
        (await selection.nextSend()).answer();
        await b.time.settle();
        assert.deepEqual(sent(selection).slice(2), [wish(2), wish(4)]);
        assert.ok(ends.every(({ outcome }) => outcome === 'applied'));
      }),
    );

    it(
      'are not sent when their turn comes and what they want is held by then',
      bench(async (b) => {
        const { selection } = await b.startReady();
        const ends = [b.ask(wish(2)), b.ask(wish(2))];
        (await selection.nextSend()).answer();
        await b.time.settle();
        assert.deepEqual(
          ends.map(({ answered }) => answered),
          [true, false],
        );
        assert.deepEqual(sent(selection), [wish(2)]);
      }),
    );

    it(
      'move on to the item’s new id, and so do those behind it and those that still use the old id',
      bench(async (b) => {
        const { selection } = await b.startReady();
        selection.shopperSets(item(1, 'old'));
        b.ask(wish(2, 'old'));
        b.ask(wish(3, 'old'));
        (await selection.nextSend()).answer({ cartItemId: 'new' });
        (await selection.nextSend()).answer();
        const last = b.ask(wish(4, 'old'));
        (await selection.nextSend()).answer();
        await b.time.settle();
        assert.equal(last.outcome, 'applied');
        assert.deepEqual(sent(selection), [wish(2, 'old'), wish(3, 'new'), wish(4, 'new')]);
      }),
    );

    it(
      'are answered under an earlier id of the item, which then is its id again',
      bench(async (b) => {
        const { selection } = await b.startReady();
        const tell = (cartItem: CartItem | null, oldCartItem: CartItem) =>
          selection.emit('V2_CART_ITEM_UPDATED', { cartItem, oldCartItem });
        selection.shopperSets(item(1, 'old'));
        tell({ ...item(1, 'old'), cartItemId: 'new' }, item(1, 'old'));
        const ended = b.ask(wish(2, 'new'));
        tell(item(2, 'old'), item(1, 'old'));
        await b.time.settle();
        assert.equal(ended.outcome, 'applied');
        assert.deepEqual(b.held, [['old', 2]]);
      }),
    );

    it(
      'take a renamed item out by a message that names its earlier id alone',
      bench(async (b) => {
        const { selection } = await b.startReady();
        selection.shopperSets(item(1, 'other'));
        selection.shopperSets(item(1, 'old'));
        b.ask(wish(2, 'old'));
        const removed = b.ask(wish(0, 'old'));
        (await selection.nextSend()).answer({ cartItemId: 'new' });
        await selection.nextSend();
        selection.emit('V2_CART_ITEM_UPDATED', { cartItem: null, oldCartItem: item(2, 'old') });
        await b.time.settle();
        assert.equal(removed.outcome, 'applied');
        assert.deepEqual(b.held, [['other', 1]]);
        b.ask(wish(3, 'old'));
        assert.deepEqual(sent(selection).at(-1), wish(3, 'new'));
      }),
    );

    it(
      'go on together where two items turn out to be one',
      bench(async (b) => {
        const { selection } = await b.startReady();
        selection.shopperSets(item(1, 'one'));
        selection.shopperSets(item(2, 'two'));
        b.ask(wish(3, 'one'));
        const behind = b.ask(wish(4, 'one'));
        await selection.nextSend();
        selection.emit('V2_CART_ITEM_UPDATED', { cartItem: item(2, 'one'), oldCartItem: item(2, 'two') });
        assert.deepEqual(b.held, [['one', 2]]);
        await b.time.run();
        assert.notDeepEqual(behind, {});
      }),
    );
  });
}
