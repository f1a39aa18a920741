import { expect } from '@open-wc/testing';
import { buildCartItem } from '../../src/testing/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { mountReady } from '../support/mount-upsell.ts';
import { nextTask } from '../support/record-facts.ts';
import { withHeldTime } from '../support/virtual-time.ts';

const parking = (cartItemId: string, quantity: number) => buildCartItem({ cartItemId, quantity });
const upsell = { cartItemId: 'a', catalogItemId: 'parking-a' };
const quick = { updateTimeout: 100 };

for (const manners of MANNERS) {
  describe(`two elements on one cart, over ${manners} placements`, () => {
    async function setUp(lines: Parameters<typeof connectShop>[1] = []) {
      const mount = (targetId: string) =>
        mountReady((element) => Object.assign(element, quick, { targetId }), { manners });
      const one = await mount('one');
      const other = await mount('other');
      const shop = connectShop(one.element, lines);
      const disconnectOther = shop.connectTo(other.element);
      await nextTask();
      return { one, other, shop, disconnectOther };
    }

    it('hold one line together, and a wish goes to the one that changed last', async () => {
      const { one, other, shop } = await setUp();
      one.selection.shopperSets(parking('a', 1));
      other.selection.shopperSets(parking('b', 1));
      await nextTask();
      expect([shop.quantity('parking-a'), shop.conflicts]).to.deep.equal([2, []]);
      shop.setLine(upsell, 4);
      const send = await other.selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'b', quantity: 3 });
      send.answer();
      await nextTask();
      expect([one.selection.sends, shop.quantity('parking-a'), shop.conflicts]).to.deep.equal([[], 4, []]);
    });

    it(
      'never tell that an item is unknown which the other one has',
      withHeldTime(async (time) => {
        const { one, other, shop } = await setUp([{ productId: 'p', quantity: 1, upsell }]);
        const first = await one.selection.nextSend();
        first.resolve();
        const second = await time.untilSettled(other.selection.nextSend());
        expect(second.data).to.deep.equal({ cartItemId: 'a', quantity: 1 });
        second.answer({ cartItemId: 'b' });
        await time.until(() => shop.told.length > 0);
        await time.pass(1_000);
        expect([shop.told[0]?.cartItemId, shop.conflicts]).to.deep.equal(['b', []]);
      }),
    );

    it(
      'tell once what neither of them knows',
      withHeldTime(async (time) => {
        const { one, other, shop } = await setUp([{ productId: 'p', quantity: 1, upsell }]);
        (await one.selection.nextSend()).resolve();
        (await time.untilSettled(other.selection.nextSend())).resolve();
        await time.until(() => shop.kinds().length > 0);
        await time.pass(1_000);
        expect([shop.kinds(), shop.quantity('parking-a')]).to.deep.equal([['unknown-item'], 1]);
      }),
    );

    it('each open with their own share the next time', async () => {
      const { one, other, shop } = await setUp();
      one.selection.shopperSets(parking('a', 1));
      other.selection.shopperSets(parking('b', 2));
      await nextTask();
      const shares = [one, other].map(({ element }) => element.heldItems!.map(({ quantity }) => quantity));
      expect([shares, shop.quantity('parking-a')]).to.deep.equal([[[1], [2]], 3]);
    });

    it('leave the line as it is when one of them goes: the other is asked for all of it', async () => {
      const { one, other, shop, disconnectOther } = await setUp();
      one.selection.shopperSets(parking('a', 1));
      other.selection.shopperSets(parking('b', 2));
      await nextTask();
      disconnectOther();
      const send = await one.selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'a', quantity: 3 });
      expect([other.element.heldItems?.length, shop.quantity('parking-a')]).to.deep.equal([0, 3]);
      send.answer();
      await nextTask();
      expect([shop.quantity('parking-a'), other.selection.sends, shop.conflicts]).to.deep.equal([3, [], []]);
      shop.disconnect();
      expect(shop.listeners.size).to.equal(0);
    });
  });
}
