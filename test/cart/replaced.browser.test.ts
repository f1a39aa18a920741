import { expect } from '@open-wc/testing';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { reached } from '../support/mount-upsell.ts';
import { PARKING, served } from '../support/served-offers.ts';
import { until } from '../support/until.ts';

const [tagOf, sku] = [(it: ParentNode) => it.querySelector('rokt-upsell')!, 'parking'];

/** Ways in which pages put a new element where one was, and never disconnect that. */
const REPLACED: Record<string, (element: RoktUpsellElement) => RoktUpsellElement> = {
  'markup of the page’s': (element) => {
    const parent = element.parentElement!;
    parent.innerHTML = `<rokt-upsell offers-url="${PARKING}"></rokt-upsell>`;
    return tagOf(parent);
  },
  'a round trip of its parent’s innerHTML': (element) => {
    const parent = element.parentElement!;
    parent.innerHTML += '<p>More</p>';
    return tagOf(parent);
  },
  'a snapshot of its parent': (element) => {
    const snapshot = element.parentElement!.cloneNode(true) as HTMLElement;
    element.parentElement!.replaceWith(snapshot);
    return tagOf(snapshot);
  },
};

/** An element that is connected, and holds one parking. */
async function setUp() {
  const element = await served((it) => it.setAttribute('offers-url', PARKING));
  const shop = connectShop(element, [{ productId: 'ticket', quantity: 2 }]);
  await element.updateCartItem({ catalogItemId: sku, quantity: 1 });
  await until(() => shop.quantity(sku) === 1);
  return { element, shop, holds: (it: RoktUpsellElement) => it.cartItems.map(({ quantity }) => quantity) };
}

describe('an element that another one has replaced, and that nobody has disconnected', () => {
  for (const [how, replace] of Object.entries(REPLACED))
    it(`by ${how}, holds nothing of the cart any more: the new one does`, async () => {
      const { element, shop, holds } = await setUp();
      const newer = replace(element);
      shop.connectTo(newer);
      await reached(newer, 'placements-ready');
      await until(() => newer.cartItems.length > 0);
      expect([holds(newer), shop.quantity(sku)]).to.deep.equal([[1], 1]);
      await newer.updateCartItem({ catalogItemId: sku, quantity: 2 });
      await until(() => shop.quantity(sku) === 2);
      await newer.updateCartItem({ catalogItemId: sku, quantity: 0 });
      await until(() => shop.quantity(sku) === 0);
      expect([newer.cartItems, shop.conflicts]).to.deep.equal([[], []]);
      newer.parentElement!.remove();
    });

  it('goes on where it is the only one, once it is put back', async () => {
    const { element, shop, holds } = await setUp();
    const parent = element.parentElement!;
    element.remove();
    await until(() => element.phase === 'closed');
    expect(shop.quantity(sku)).to.equal(1);
    parent.append(element);
    await reached(element, 'placements-ready');
    await until(() => element.cartItems.length > 0);
    expect([holds(element), shop.quantity(sku), shop.conflicts]).to.deep.equal([[1], 1, []]);
  });

  it('shares the cart with the new one, once it is put back beside that', async () => {
    const { element, shop, holds } = await setUp();
    const parent = element.parentElement!;
    const newer = REPLACED['markup of the page’s']!(element);
    shop.connectTo(newer);
    await reached(newer, 'placements-ready');
    await until(() => newer.cartItems.length > 0);
    parent.append(element);
    await reached(element, 'placements-ready');
    expect([holds(element), holds(newer), shop.quantity(sku)]).to.deep.equal([[], [1], 1]);
    await element.updateCartItem({ catalogItemId: sku, quantity: 2 });
    await until(() => shop.quantity(sku) === 3);
    expect([holds(element), holds(newer), shop.conflicts]).to.deep.equal([[2], [1], []]);
  });
});
