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
  describe(`two ${manners} placements with one product`, () => {
    it('are one line with their sum, of which each item is told', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const shop = connectShop(element);
      selection.shopperSets(parking('a', 1));
      selection.shopperSets(parking('b', 2));
      await nextTask();
      expect(shop.quantity('parking-a')).to.equal(3);
      const { cartItemId, cartItem, cartItems } = shop.told.at(-1)!;
      expect([cartItemId, cartItem?.cartItemId]).to.deep.equal(['b', 'b']);
      expect(cartItems?.map((item) => [item.cartItemId, item.quantity])).to.deep.equal([
        ['a', 1],
        ['b', 2],
      ]);
      expect([selection.sends, shop.conflicts]).to.deep.equal([[], []]);
    });

    it('are asked where it changed last for what the shopper wishes in the cart', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const shop = connectShop(element);
      selection.shopperSets(parking('a', 1));
      selection.shopperSets(parking('b', 2));
      selection.shopperSets(parking('a', 2));
      await nextTask();
      shop.setLine(upsell, 6);
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'a', quantity: 4 });
      send.answer();
      await nextTask();
      expect([shop.quantity('parking-a'), selection.sends.length]).to.deep.equal([6, 1]);
    });

    it('both give up what is taken out of the cart', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const shop = connectShop(element);
      selection.shopperSets(parking('a', 1));
      selection.shopperSets(parking('b', 2));
      await nextTask();
      shop.setLine(upsell, 0);
      for (const cartItemId of ['b', 'a']) {
        const send = await selection.nextSend();
        expect(send.data).to.deep.equal({ cartItemId, quantity: 0 });
        send.answer();
      }
      await nextTask();
      expect([element.cartItems, shop.quantity('parking-a'), shop.conflicts]).to.deep.equal([[], 0, []]);
    });

    it('are asked for nothing that the shopper has given up meanwhile', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const shop = connectShop(element);
      for (const cartItemId of ['a', 'b']) selection.shopperSets(parking(cartItemId, 1));
      await nextTask();
      shop.setLine(upsell, 1);
      const send = await selection.nextSend();
      selection.shopperSets(parking('a', 0));
      send.answer();
      await nextTask();
      expect(selection.sends.map(({ data }) => data)).to.deep.equal([{ cartItemId: 'b', quantity: 0 }]);
      expect([element.cartItems, shop.quantity('parking-a'), shop.conflicts]).to.deep.equal([[], 0, []]);
    });

    it('are asked no more by a connection that ended while the first of them was asked', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const shop = connectShop(element);
      for (const cartItemId of ['a', 'b']) selection.shopperSets(parking(cartItemId, 1));
      await nextTask();
      shop.setLine(upsell, 0);
      const send = await selection.nextSend();
      const asked: unknown[] = [];
      element.updateCartItem = (wish) => {
        asked.push(wish);
        return Promise.reject(new Error('nobody is to be asked'));
      };
      shop.disconnect();
      send.answer();
      await nextTask();
      expect([asked, element.cartItems.length]).to.deep.equal([[], 1]);
    });

    it(
      'tell once what they do not agree to',
      withHeldTime(async (time) => {
        const { element, selection } = await mountReady((one) => Object.assign(one, quick), { manners });
        const shop = connectShop(element, [], { take: () => expect.fail('full') });
        selection.shopperSets(parking('a', 1));
        const send = await selection.nextSend();
        send.answer({ quantity: 1 });
        send.resolve();
        await time.until(() => shop.kinds().length > 0);
        selection.announce(parking('a', 1));
        await nextTask();
        expect(shop.kinds()).to.deep.equal(['cart-refused']);
      }),
    );
  });

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
