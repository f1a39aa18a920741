import { expect } from '@open-wc/testing';
import type { CartLine } from '../../src/cart/index.ts';
import { buildCartItem, type Manners } from '../../src/testing/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { until } from '../support/until.ts';
import { mountReady, reached } from '../support/mount-upsell.ts';
import { nextTask } from '../support/record-facts.ts';

const parking = (quantity: number, cartItemId = 'p1') => buildCartItem({ cartItemId, quantity });
const care = (quantity: number, cartItemId = 'c1') =>
  buildCartItem({
    cartItemId,
    catalogItemId: 'care',
    linkedProductId: 'laptop',
    quantityMustBeSynchronized: true,
    quantity,
  });
const laptops = (quantity: number): CartLine => ({ productId: 'laptop', quantity });

async function setUp(manners: Manners, lines?: CartLine[], options?: Parameters<typeof connectShop>[2]) {
  const mounted = await mountReady(undefined, { manners });
  const shop = connectShop(mounted.element, lines, options);
  await nextTask();
  const sent = () => mounted.selection.sends.map(({ data }) => data);
  return { ...mounted, shop, sent };
}

for (const manners of MANNERS) {
  describe(`connectCart, to placements of ${manners} manners`, () => {
    it('tells the cart what the shopper does in the placement, with texts and prices', async () => {
      const { selection, shop, sent } = await setUp(manners);
      selection.shopperSets(parking(2));
      expect(shop.told[0]).to.include({ cartItemId: 'p1', catalogItemId: 'parking-a', quantity: 2 });
      expect(shop.told[0]?.cartItem?.totalPrice).to.equal(70);
      selection.shopperSets(parking(0));
      await nextTask();
      expect(shop.quantity('parking-a')).to.equal(0);
      expect(sent()).to.deep.equal([]);
    });

    it('asks the placement for what the shopper does in the cart, merged while a request is in flight', async () => {
      const { selection, shop, sent, element } = await setUp(manners);
      selection.shopperSets(parking(1));
      await nextTask();
      for (const quantity of [2, 3]) shop.setLine(parking(1), quantity);
      const first = await selection.nextSend();
      for (const quantity of [4, 5]) shop.setLine(parking(1), quantity);
      first.answer();
      (await selection.nextSend()).answer();
      await nextTask();
      expect(sent()).to.deep.equal([3, 5].map((quantity) => ({ cartItemId: 'p1', quantity })));
      expect([shop.quantity('parking-a'), element.cartItems[0]?.quantity]).to.deep.equal([5, 5]);
    });

    it('does not loop on echoes', async () => {
      const { selection, shop, sent } = await setUp(manners);
      selection.shopperSets(parking(1));
      await nextTask();
      const tellings = shop.told.length;
      for (let n = 0; n < 5; n++) selection.shopperSets(parking(1));
      await nextTask();
      expect(sent()).to.deep.equal([]);
      expect(shop.told).to.have.length(tellings);
    });

    it('does not double a quantity after a reload', async () => {
      const { selection, shop, element } = await setUp(manners, [
        { productId: 'p', quantity: 2, upsell: { cartItemId: 'old', catalogItemId: 'parking-a' } },
      ]);
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'old', quantity: 2 });
      send.answer({ cartItemId: 'new' });
      await nextTask();
      expect(shop.quantity('parking-a')).to.equal(2);
      expect(element.cartItems.map(({ cartItemId, quantity }) => [cartItemId, quantity])).to.deep.equal([
        ['new', 2],
      ]);
      expect(shop.told.at(-1)?.cartItemId).to.equal('new');
    });

    it('comes to one quantity when both sides change at once', async () => {
      const { selection, shop, element } = await setUp(manners);
      selection.shopperSets(parking(1));
      await nextTask();
      shop.setLine(parking(1), 3);
      selection.shopperSets(parking(5));
      const send = await selection.nextSend();
      send.answer({ quantity: 3 });
      await nextTask();
      expect([shop.quantity('parking-a'), element.cartItems[0]?.quantity]).to.deep.equal([3, 3]);
    });

    it('does not show a refused update as done', async () => {
      const { selection, shop, sent } = await setUp(manners);
      selection.shopperSets(parking(1));
      await nextTask();
      shop.setLine(parking(1), 0);
      const send = await selection.nextSend();
      send.answer({ quantity: 1 });
      send.resolve();
      await until(() => shop.told.length > 1);
      expect(shop.quantity('parking-a')).to.equal(1);
      expect(shop.told.at(-1)?.outcome).to.equal('refused');
      expect(sent()).to.have.length(1);
    });

    it('follows an item whose id changed between visits', async () => {
      const { element, selection, shop, rokt } = await setUp(manners);
      selection.shopperSets(parking(1));
      await nextTask();
      void element.select();
      const second = await rokt.nextSelection();
      second.succeed();
      await reached(element, 'placements-ready');
      const send = await second.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'p1', quantity: 1 });
      send.answer({ cartItemId: 'p2' });
      await nextTask();
      expect(shop.told.at(-1)?.cartItemId).to.equal('p2');
      shop.setLine(parking(1), 2);
      expect((await second.nextSend()).data).to.deep.equal({ cartItemId: 'p2', quantity: 2 });
    });

    it('takes a warranty out at once when its product goes while it is in flight', async () => {
      const { selection, shop, sent } = await setUp(manners, [laptops(1)]);
      selection.shopperSets(care(1));
      await nextTask();
      shop.setProduct('laptop', 2);
      const send = await selection.nextSend();
      shop.setProduct('laptop', 0);
      await nextTask();
      expect(shop.quantity('care')).to.equal(0);
      send.answer();
      (await selection.nextSend()).answer();
      await nextTask();
      expect(sent()).to.deep.equal([2, 0].map((quantity) => ({ cartItemId: 'c1', quantity })));
      expect([shop.quantity('care'), shop.conflicts.length]).to.deep.equal([0, 0]);
    });

    const refusals: Record<string, () => unknown> = {
      'at once': () => expect.fail('full'),
      later: () => Promise.reject(new Error('full')),
    };
    for (const [when, take] of Object.entries(refusals)) {
      it(`sends the placement back when the cart refuses ${when}`, async () => {
        const { selection, shop, element } = await setUp(manners, [], { take });
        selection.shopperSets(parking(1));
        const send = await selection.nextSend();
        expect(send.data).to.deep.equal({ cartItemId: 'p1', quantity: 0 });
        send.answer();
        await nextTask();
        expect(element.cartItems).to.deep.equal([]);
        expect(shop.conflicts.map(({ kind }) => kind)).to.deep.equal(['cart-refused']);
      });
    }

    it('counts once when it is connected twice in one task, and leaves nothing behind', async () => {
      const { selection, shop, sent } = await setUp(manners);
      const ends = [shop.connect(), shop.connect()];
      expect(shop.listeners.size).to.equal(1);
      selection.shopperSets(parking(1));
      await nextTask();
      shop.setLine(parking(1), 2);
      (await selection.nextSend()).answer();
      await nextTask();
      expect(sent()).to.have.length(1);
      ends.forEach((end) => end());
      expect(shop.listeners.size).to.equal(0);
    });
  });
}
