import { expect } from '@open-wc/testing';
import type { CartLine } from '../../src/cart/index.ts';
import { buildCartItem, type Manners } from '../../src/testing/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { mountReady } from '../support/mount-upsell.ts';
import { nextTask } from '../support/record-facts.ts';

const care = (quantity: number, more: object = {}) =>
  buildCartItem({ cartItemId: 'c1', catalogItemId: 'care', linkedProductId: '42', quantity, ...more });
const parking = (quantity: number) => buildCartItem({ cartItemId: 'p1', quantity });

async function setUp(manners: Manners, lines: unknown[]) {
  const mounted = await mountReady(undefined, { manners });
  const shop = connectShop(mounted.element, lines as CartLine[], { policy: 'at-most' });
  await nextTask();
  return { ...mounted, shop };
}

for (const manners of MANNERS) {
  describe(`the lines of a real shop, with ${manners} placements`, () => {
    it('link by ids as text, numbers as well', async () => {
      const { selection, shop } = await setUp(manners, [{ productId: 42, quantity: 3 }]);
      selection.shopperSets(care(3));
      await nextTask();
      expect(shop.quantity('care')).to.equal(3);
      shop.setProduct(42, 0);
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'c1', quantity: 0 });
      expect(shop.quantity('care')).to.equal(0);
    });

    it('are the upsell’s also where the shop keeps its ids as numbers', async () => {
      const kept = { cartItemId: 7, catalogItemId: 11, linkedProductId: 42 };
      const { element, selection } = await mountReady(undefined, { manners });
      selection.shopperSets(care(2, { cartItemId: '7', catalogItemId: '11' }));
      const shop = connectShop(element, [
        { productId: '42', quantity: 2 },
        { productId: 11, quantity: 2, upsell: kept },
      ]);
      await nextTask();
      shop.setLine(kept, 1);
      expect((await selection.nextSend()).data).to.deep.equal({ cartItemId: '7', quantity: 1 });
      expect([shop.told, shop.conflicts]).to.deep.equal([[], []]);
      const [handed] = element.heldItems ?? [];
      expect(handed).to.include({ cartItemId: '7', catalogItemId: '11', linkedProductId: '42' });
    });

    it('count in whole units, rounded down: a weight of 1.5 carries one upsell', async () => {
      const { selection, shop } = await setUp(manners, [{ productId: '42', quantity: 1.5 }]);
      selection.shopperSets(care(2));
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'c1', quantity: 1 });
      send.answer();
      await nextTask();
      expect([shop.quantity('care'), shop.conflicts]).to.deep.equal([1, []]);
    });

    it('are none below 1: a return takes no part in it, and carries nothing', async () => {
      const { selection, shop } = await setUp(manners, [
        { productId: '42', quantity: -1 },
        { productId: 'other', quantity: 0.9 },
      ]);
      selection.shopperSets(care(1));
      selection.shopperSets(parking(1));
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'c1', quantity: 0 });
      await nextTask();
      expect([shop.quantity('care'), shop.quantity('parking-a')]).to.deep.equal([0, 1]);
    });

    it('say nothing of a half upsell: 2.9 is 2, and no wish', async () => {
      const { selection, shop } = await setUp(manners, []);
      selection.shopperSets(parking(2));
      await nextTask();
      shop.setLine(parking(2), 2.9);
      await nextTask();
      expect([selection.sends, shop.told.length]).to.deep.equal([[], 1]);
    });

    const nonsense: Record<string, unknown> = {
      'a quantity that is none': { productId: 'tea', quantity: NaN },
      'an endless quantity': { productId: 'tea', quantity: Infinity },
      'no quantity': { productId: 'tea' },
      'a quantity as text': { productId: 'tea', quantity: '2' },
      'no id': { quantity: 1 },
      'an object for an id': { productId: {}, quantity: 1 },
      'an upsell without its ids': { productId: 'tea', quantity: 1, upsell: {} },
      'an upsell that is text': { productId: 'tea', quantity: 1, upsell: 'care' },
      'an object for a link': {
        productId: 'tea',
        quantity: 1,
        upsell: { cartItemId: 'x', catalogItemId: 'x', linkedProductId: {} },
      },
      'a number in its place': 7,
    };
    for (const [what, line] of Object.entries(nonsense)) {
      it(`leave out one with ${what}, told once, and stop for nothing else`, async () => {
        const { selection, shop } = await setUp(manners, [line, { productId: '42', quantity: 1 }]);
        selection.shopperSets(care(1));
        selection.shopperSets(parking(1));
        await nextTask();
        shop.setLine(parking(1), 2);
        expect((await selection.nextSend()).data).to.deep.equal({ cartItemId: 'p1', quantity: 2 });
        expect([shop.quantity('care'), shop.kinds()]).to.deep.equal([1, ['invalid-line']]);
        expect(shop.conflicts[0]?.error).to.be.instanceOf(TypeError);
      });
    }

    it('mean what they said last while somebody types: neither is the upsell gone, nor its product', async () => {
      const { selection, shop } = await setUp(manners, [{ productId: '42', quantity: 2 }]);
      selection.shopperSets(care(2));
      await nextTask();
      shop.setProduct('42', NaN);
      shop.setLine(care(2), NaN);
      await nextTask();
      expect([selection.sends, shop.told.length]).to.deep.equal([[], 1]);
      expect(shop.kinds()).to.deep.equal(['invalid-line', 'invalid-line']);
      shop.setProduct('42', 2);
      shop.setLine(care(2), 1);
      expect((await selection.nextSend()).data).to.deep.equal({ cartItemId: 'c1', quantity: 1 });
    });
  });
}
