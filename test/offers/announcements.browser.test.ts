import { expect } from '@open-wc/testing';
import '../../src/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { holdNetwork, mountOnNetwork } from '../support/offers-network.ts';
import { type VirtualTime, withHeldTime } from '../support/virtual-time.ts';

/** How long changes have to rest before they are read out, ms. */
const REST = 400;
const parking = buildOffer({ maximum: 40 }, { cartItemId: 'a' });
const bag = buildOffer(
  { positiveResponseText: 'Add bag' },
  { catalogItemId: 'bag', name: 'Bag', unitPrice: 5 },
);
const care = buildOffer(
  { positiveResponseText: 'Add care', maximum: 40 },
  {
    cartItemId: 'c',
    catalogItemId: 'care',
    name: 'Care',
    unitPrice: 10,
    linkedProductId: 'laptop',
    quantityMustBeSynchronized: true,
  },
);

const SELECTOR = '[data-rokt-upsell-status]';
const regions = () => [...document.querySelectorAll<HTMLElement>(SELECTOR)];

/** All that is told from now on; what the test before left to be told is gone by then. */
async function listen(time: VirtualTime, region = regions()[0]!) {
  await time.pass(REST);
  const said: string[][] = [];
  new MutationObserver(() => {
    if (region.textContent) said.push(Array.from(region.children, ({ textContent }) => textContent));
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

describe('what is announced', () => {
  const announces = (title: string, test: (time: VirtualTime) => Promise<void>) =>
    it(title, withHeldTime(test));

  announces('is nothing of what is there from the start, in one region of the body', async (time) => {
    const held = [{ cartItemId: 'x', catalogItemId: 'parking', quantity: 2 }];
    await mountOffers([parking, bag], { heldItems: held });
    await mountOffers([care]);
    const said = await listen(time);
    await time.pass(REST);
    expect(regions()).to.have.length(1);
    expect(regions()[0]).to.have.property('parentNode', document.body);
    expect(regions()[0]!.getAttribute('aria-live')).to.equal('polite');
    expect(said).to.deep.equal([]);
  });

  announces('of ten quick presses on + is the last quantity and its total, once', async (time) => {
    const { button } = await mountOffers([parking]);
    const said = await listen(time);
    await press(button('Add parking'));
    await press(button('Add one Parking'), 10);
    await time.pass(REST);
    expect(said).to.deep.equal([['Parking: 11 in your order, $386.10']]);
  });

  announces('of ten slower ones, which the page answers by another number, is two at most', async (time) => {
    const { button, send } = await mountOffers([parking]);
    const said = await listen(time);
    await press(button('Add parking'));
    await time.pass(REST);
    said.length = 0;
    for (let n = 0; n < 10; n++) {
      await press(button('Add one Parking'));
      await time.pass(REST / 4);
    }
    await time.pass(REST);
    await send('a', 12);
    await time.pass(REST);
    expect(said).to.deep.equal([
      ['Parking: 11 in your order, $386.10'],
      ['Parking: 12 in your order, $421.20'],
    ]);
  });

  announces('where the page decides at once is what it has decided', async (time) => {
    const { button, selection } = await mountOffers([parking]);
    const said = await listen(time);
    const decide = (event: unknown) => {
      const { body } = event as { body: { cartItem: { quantity: number } | null } };
      if (body.cartItem?.quantity === 1)
        void selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'a', quantity: 3 });
    };
    selection.on('V2_CART_ITEM_UPDATED').subscribe(decide);
    await press(button('Add parking'));
    await time.pass(REST);
    expect(said).to.deep.equal([['Parking: 3 in your order, $105.30']]);
  });

  announces('of several items is a line for each', async (time) => {
    const { button } = await mountOffers([parking, bag]);
    const said = await listen(time);
    await press(button('Add parking'));
    await press(button('Add bag'));
    await time.pass(REST);
    await press(button('Remove Parking'));
    await time.pass(REST);
    expect(said).to.deep.equal([
      ['Parking: 1 in your order, $35.10', 'Bag: 1 in your order, $5.00'],
      ['Parking removed from your order'],
    ]);
  });

  announces('of an item that is drawn twice is said once', async (time) => {
    const { button } = await mountOffers([parking, parking]);
    const said = await listen(time);
    await press(button('Add parking'));
    await time.pass(REST);
    expect(said).to.deep.equal([['Parking: 1 in your order, $35.10']]);
  });

  announces('of a change that is taken back at once is where it has ended', async (time) => {
    const { button, send } = await mountOffers([parking]);
    const said = await listen(time);
    await press(button('Add parking'));
    await send('a', 0);
    await time.pass(REST);
    expect(said).to.deep.equal([['Parking removed from your order']]);
  });
});

describe('what is announced of an item that goes with a product', () => {
  const network = { ...holdNetwork() };
  network.restore();

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => network.restore());

  const announces = (title: string, test: (time: VirtualTime) => Promise<void>) =>
    it(title, withHeldTime(test));
  /** An element on a shop's cart with three laptops. */
  const mount = async (time: VirtualTime) => {
    const { element, cards, button } = await time.untilSettled(mountOnNetwork(network, [[care]]));
    const { setProduct, disconnect } = connectShop(element, [{ productId: 'laptop', quantity: 3 }]);
    return { element, cards, button, setProduct, disconnect, said: await listen(time) };
  };

  announces('is the quantity that it has by the product', async (time) => {
    const { element, cards, button, disconnect, said } = await mount(time);
    await press(button(cards()[0]!, 'Add care'));
    await time.until(() => element.cartItems[0]?.quantity === 3);
    await time.pass(REST);
    expect(said).to.deep.equal([['Care: 3 in your order, $30.00']]);
    disconnect();
  });

  announces('follows the product in the page’s own cart', async (time) => {
    const { element, cards, button, setProduct, disconnect, said } = await mount(time);
    await press(button(cards()[0]!, 'Add care'));
    await time.until(() => element.cartItems[0]?.quantity === 3);
    await time.pass(REST);
    said.length = 0;
    setProduct('laptop', 4);
    await time.until(() => element.cartItems[0]?.quantity === 4);
    await time.pass(REST);
    setProduct('laptop', 0);
    await time.until(() => element.cartItems.length === 0);
    await time.pass(REST);
    expect(said).to.deep.equal([['Care: 4 in your order, $40.00'], ['Care removed from your order']]);
    disconnect();
  });
});
