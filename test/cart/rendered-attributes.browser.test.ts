import { expect } from '@open-wc/testing';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import type { SelectPlacementsOptions } from '../../src/sdk/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';

const upsell = { cartItemId: 'p1', catalogItemId: 'parking-a' };
const lines = () => [{ productId: 'p', quantity: 2, upsell }];
const told = [{ ...upsell, quantity: 2 }];

function cartItemsOf({ attributes }: Pick<SelectPlacementsOptions, 'attributes'>): unknown {
  return JSON.parse((attributes['cartItems'] ?? 'null') as string);
}

/** What a framework does whose template has the object in it. */
function render(element: RoktUpsellElement, identifier = 'checkout') {
  Object.assign(element, { identifier, placementAttributes: { eventId: '1' } });
}

describe('a cart beside a page that makes its attributes anew on every render', () => {
  it('is told to the first selection', async () => {
    const { element, rokt } = await mountUpsell((one) => render(one));
    connectShop(element, lines());
    await Promise.resolve();
    render(element);
    expect(cartItemsOf((await rokt.nextSelection()).request)).to.deep.equal(told);
  });

  it('is told to the next selection', async () => {
    const { element, rokt } = await mountReady((one) => render(one));
    connectShop(element, lines());
    await settled(element);
    render(element, 'confirmation');
    expect(cartItemsOf((await rokt.nextSelection()).request)).to.deep.equal(told);
  });

  it('is told once to the running selection', async () => {
    const { element, selection } = await mountReady((one) => render(one));
    connectShop(element, lines());
    for (let n = 0; n < 3; n++) {
      await settled(element);
      render(element);
    }
    await settled(element);
    expect(selection.attributesSet.map((attributes) => cartItemsOf({ attributes }))).to.deep.equal([told]);
  });

  it('gives way to the cart that is connected after it', async () => {
    const { element, selection } = await mountReady((one) => render(one));
    connectShop(element, lines());
    await settled(element);
    const next = { productId: 'q', quantity: 1, upsell: { cartItemId: 'c1', catalogItemId: 'care' } };
    connectShop(element, [next]);
    await settled(element);
    render(element);
    await settled(element);
    const after = selection.attributesSet.map((attributes) => cartItemsOf({ attributes }));
    expect(after.at(-1)).to.deep.equal([{ ...next.upsell, quantity: 1 }]);
  });

  it('is told where a render takes the page’s attributes away', async () => {
    const { element, rokt } = await mountUpsell((one) => render(one));
    connectShop(element, lines());
    await Promise.resolve();
    Object.assign(element, { placementAttributes: undefined });
    const { request } = await rokt.nextSelection();
    expect(Object.keys(request.attributes)).to.deep.equal(['cartItems']);
  });

  it('leaves what is no object to the element, which refuses it', async () => {
    const { element } = await mountUpsell((one) => render(one));
    connectShop(element, lines());
    await Promise.resolve();
    Object.assign(element, { placementAttributes: '[object Object]' });
    const { detail } = await reached(element, 'placements-failed');
    expect([detail.error.code, element.placementAttributes]).to.deep.equal([
      'invalid-attributes',
      '[object Object]',
    ]);
  });
});
