import { expect } from '@open-wc/testing';
import type { CartLine, CartUpsell } from '../../src/cart/index.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { buildCartItem, type Manners } from '../../src/testing/index.ts';
import { createDeferred } from '../../src/testing/deferred.ts';
import { connectShop } from '../support/connect-shop.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { mountReady, mountUpsell, reached } from '../support/mount-upsell.ts';
import { nextTask } from '../support/record-facts.ts';
import { until } from '../support/until.ts';
import { type VirtualTime, withHeldTime } from '../support/virtual-time.ts';

const upsell: CartUpsell = { cartItemId: 'old:acme', catalogItemId: 'care', linkedProductId: 'laptop' };
const laptops = (quantity: number): CartLine => ({ productId: 'laptop', quantity });
const kept = (quantity: number): CartLine => ({ productId: 'care', quantity, upsell });
const offer = {
  catalogItemId: 'care',
  linkedProductId: 'laptop',
  cartItemId: 'new:scripted',
  maximum: 5,
};
const held = (element: RoktUpsellElement) =>
  element.cartItems.map(({ cartItemId, quantity }) => [cartItemId, quantity]);
/** A cart that is on its way, and how it ends. */
const onItsWay = () => createDeferred<unknown>();

/** A silent placement is given up soon. */
const quick = { updateTimeout: 100 };

async function mountOffering(manners: Manners, formerIds: readonly string[] = []) {
  const mounted = await mountUpsell(quick, { manners });
  const selection = await mounted.rokt.nextSelection();
  selection.offer([{ ...offer, formerIds }]);
  const ready = reached(mounted.element, 'placements-ready');
  selection.succeed();
  await ready;
  return { ...mounted, selection };
}

describe('a cart that is fetched after the element has started', () => {
  it(
    'is held by placements that remember its ids, at what the linked product allows',
    withHeldTime(async (time) => {
      const { element, selection } = await mountOffering('documented', ['old:acme']);
      const shop = connectShop(element, [], { policy: 'synchronized' });
      await nextTask();
      shop.load([laptops(2), kept(3)]);
      await time.until(() => shop.quantity('care') === 2);
      expect(held(element)).to.deep.equal([['new:scripted', 2]]);
      expect(shop.told.at(-1)).to.include({ cartItemId: 'new:scripted', quantity: 2 });
      expect([selection.sends.length, shop.conflicts]).to.deep.equal([1, []]);
    }),
  );

  for (const manners of MANNERS) {
    const keepLines = async (time: VirtualTime) => {
      const { element } = await mountOffering(manners);
      const shop = connectShop(element, [], { policy: 'synchronized' });
      await nextTask();
      shop.load([laptops(2), kept(3)]);
      await time.until(() => shop.conflicts.length > 0);
      shop.setProduct('mouse', 1);
      await time.pass(1_000);
      expect(shop.kinds()).to.deep.equal(['unknown-item']);
      expect([shop.quantity('care'), shop.told.length]).to.deep.equal([2, 1]);
    };
    it(
      `keeps each line that ${manners} placements are silent about, follows its product, and is told once`,
      withHeldTime(keepLines),
    );
  }

  it(
    'loses a line that the placement says it knows nothing of',
    withHeldTime(async (time) => {
      const { element } = await mountOffering('shipped');
      const shop = connectShop(element, []);
      await nextTask();
      shop.load([laptops(1), { ...kept(1), upsell: { ...upsell, cartItemId: 'old:scripted' } }]);
      await time.until(() => shop.told.length > 0);
      expect(shop.told[0]).to.include({ quantity: 0, outcome: 'refused' });
      expect([shop.quantity('care'), shop.kinds()]).to.deep.equal([0, []]);
    }),
  );

  it('is asked for by the product in our own launcher, at what it allows', async () => {
    const { element } = await mountUpsell((one) => {
      one.launcher = undefined;
      one.offersUrl = '/test/support/parking-offers.json';
    });
    const shop = connectShop(element, []);
    await reached(element, 'placements-ready');
    const parking = { cartItemId: 'old', catalogItemId: 'parking' };
    shop.load([
      { productId: 'parking', quantity: 9, upsell: parking },
      { productId: 'gone', quantity: 1, upsell: { ...parking, cartItemId: 'older', catalogItemId: 'gone' } },
    ]);
    await until(() => shop.told.length > 1);
    expect(shop.quantity('parking')).to.equal(4);
    expect(shop.quantity('gone')).to.equal(0);
    expect(element.cartItems.map(({ quantity }) => quantity)).to.deep.equal([4]);
  });
});

describe('a cart that says when it is there', () => {
  for (const manners of MANNERS) {
    it(`misses no line until then, whatever ${manners} placements hold by then`, async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const { promise, resolve } = onItsWay();
      const shop = connectShop(element, [], { ready: promise });
      const care = buildCartItem({ ...offer, quantity: 1 });
      selection.shopperSets(care);
      await nextTask();
      expect([held(element), shop.told, selection.sends]).to.deep.equal([[['new:scripted', 1]], [], []]);
      expect(element.heldItems).to.equal(undefined);
      shop.load([laptops(1)]);
      resolve(undefined);
      await nextTask();
      expect([shop.quantity('care'), selection.sends, shop.conflicts]).to.deep.equal([1, [], []]);
    });
  }

  it('is told of what the shopper took out meanwhile', async () => {
    const { element, selection } = await mountReady();
    const { promise, resolve } = onItsWay();
    const shop = connectShop(element, [laptops(1), kept(1)], { ready: promise });
    for (const quantity of [1, 0]) selection.shopperSets(buildCartItem({ ...offer, quantity }));
    resolve(undefined);
    await nextTask();
    expect([shop.quantity('care'), selection.sends]).to.deep.equal([0, []]);
  });

  it('has its quantity where the placements have announced another one by themselves', async () => {
    const { element, rokt } = await mountUpsell();
    const { promise, resolve } = onItsWay();
    const shop = connectShop(element, [laptops(3), kept(3)], { ready: promise });
    const selection = await rokt.nextSelection();
    selection.offer([{ ...offer, quantity: 1 }]);
    selection.succeed();
    await reached(element, 'cart-item-updated');
    resolve(undefined);
    await until(() => element.cartItems[0]?.quantity === 3);
    await nextTask();
    expect([shop.quantity('care'), shop.conflicts]).to.deep.equal([3, []]);
  });

  it('is there before the selection has begun: that opens with it', async () => {
    const { element, rokt } = await mountUpsell({ loading: 'manual' });
    const { promise, resolve } = onItsWay();
    const shop = connectShop(element, [], { ready: promise });
    shop.load([laptops(1), kept(1)]);
    resolve(undefined);
    await nextTask();
    expect([...element.heldItems!]).to.deep.equal([{ ...upsell, quantity: 1 }]);
    void element.select();
    const selection = await rokt.nextSelection();
    selection.succeed();
    expect((await selection.nextSend()).data).to.deep.equal({ cartItemId: 'old:acme', quantity: 1 });
  });

  it('and cannot be had, is told once: nothing is removed', async () => {
    const { element, selection } = await mountReady();
    const { promise, reject } = onItsWay();
    const shop = connectShop(element, [], { ready: promise });
    selection.shopperSets(buildCartItem({ ...offer, quantity: 1 }));
    const offline = new Error('offline');
    reject(offline);
    await nextTask();
    shop.setProduct('mouse', 1);
    await nextTask();
    expect(shop.conflicts).to.deep.equal([{ kind: 'cart-failed', error: offline }]);
    expect([held(element), selection.sends, shop.told]).to.deep.equal([[['new:scripted', 1]], [], []]);
  });

  it('after it was disconnected, changes nothing', async () => {
    const { element, selection } = await mountReady();
    const { promise, resolve } = onItsWay();
    const shop = connectShop(element, [laptops(1), kept(1)], { ready: promise });
    shop.disconnect();
    resolve(undefined);
    await nextTask();
    expect([selection.sends, shop.told, element.heldItems?.length]).to.deep.equal([[], [], 0]);
  });
});
