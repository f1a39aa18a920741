import { expect } from '@open-wc/testing';
import { UpsellError } from '../../src/model/index.ts';
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

    it('are asked for nothing where they have given up all by the time that one of them is not known', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const shop = connectShop(element);
      for (const cartItemId of ['a', 'b']) selection.shopperSets(parking(cartItemId, 1));
      await nextTask();
      const asked: unknown[] = [];
      element.updateCartItem = async (wish) => {
        asked.push(wish);
        for (const cartItemId of ['a', 'b']) selection.shopperSets(parking(cartItemId, 0));
        throw new UpsellError('unknown-item', 'nobody knows it');
      };
      shop.setLine(upsell, 0);
      await nextTask();
      expect([asked, element.cartItems]).to.deep.equal([[{ cartItemId: 'b', quantity: 0 }], []]);
      expect([shop.quantity('parking-a'), shop.conflicts]).to.deep.equal([0, []]);
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
}
