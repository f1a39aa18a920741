import { expect } from '@open-wc/testing';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { reached } from '../support/mount-upsell.ts';
import { addSdkPlusStub, letSdkPlusCome, removeSdkPlus } from '../support/sdk-plus.ts';
import { hosted, mountAmongPlaces } from '../support/mount-stand-in.ts';
import { frames, standInUrl } from '../support/stand-in.ts';
import { until } from '../support/until.ts';

const fee = ({ cartItems }: RoktUpsellElement) =>
  cartItems.find(({ catalogItemId }) => catalogItemId === 'fee');

for (const manners of ['shipped', 'documented'] as const) {
  describe(`<rokt-upsell> over the stand-in, with ${manners} manners`, () => {
    let element: RoktUpsellElement;
    const isShipped = manners === 'shipped';
    /** What is held is announced twice by shipped placements: the second time would pass for an answer to a wish. */
    const announcements = isShipped ? 2 : 1;
    beforeEach(async () => {
      element = await mountAmongPlaces(await hosted(`?manners=${manners}`));
      let heard = 0;
      element.addEventListener('cart-item-updated', () => heard++);
      await reached(element, 'placements-ready');
      await until(() => heard >= announcements);
    });

    it('holds what a placement has announced, in the session of the service', async () => {
      expect([element.phase, element.servedBy, element.placementCount]).to.deep.equal(['ready', 'hosted', 2]);
      expect(element.cartItems.map(({ quantity }) => quantity)).to.deep.equal([1]);
      expect(await element.getSessionId()).to.match(/^[\da-f-]{36}$/);
    });

    it('is told whether a wish came true', async () => {
      const { cartItemId } = fee(element)!;
      const more = await element.updateCartItem({ cartItemId, quantity: 2 });
      expect([more.outcome, more.answered, more.cartItem?.quantity]).to.deep.equal(['applied', true, 2]);
      // Shipped placements do not answer what they refuse: that takes the whole time-out.
      const none = await element.updateCartItem({ cartItemId, quantity: 0 });
      expect([none.outcome, none.answered]).to.deep.equal(
        isShipped ? ['refused', false] : ['adjusted', true],
      );
      expect(fee(element)?.quantity).to.equal(isShipped ? 2 : 1);
    });

    it('brings what is held to the next selection, under its new id, and leaves no frame when it is closed', async () => {
      const { cartItemId } = fee(element)!;
      await element.updateCartItem({ cartItemId, quantity: 2 });
      expect(await element.select()).to.equal('ready');
      await until(() => fee(element)?.quantity === 2 && fee(element)?.cartItemId !== cartItemId);
      await element.close();
      expect(frames()).to.deep.equal([]);
      expect(element.phase).to.equal('closed');
    });

    it('selects anew once it was moved, whose frames are dead', async () => {
      const ready = reached(element, 'placements-ready');
      const place = document.createElement('div');
      element.parentElement!.append(place);
      element.remove();
      await element.updateComplete;
      place.append(element);
      await ready;
      await until(() => fee(element) !== undefined);
      expect(frames().filter((frame) => frame.offsetHeight > 0)).to.have.length(2);
    });
  });
}

describe('<rokt-upsell> over the stand-in', () => {
  it('fails where the account does not allow the page', async () => {
    const element = await mountAmongPlaces({ ...(await hosted()), accountId: 'nobody' });
    await reached(element, 'placements-failed');
    expect(element.error?.code).to.equal('launcher-rejected');
    expect(frames()).to.deep.equal([]);
  });

  it('is served by it behind SDK+, whose kit makes the launcher', async () => {
    await addSdkPlusStub();
    const element = await mountAmongPlaces({ launcher: 'mparticle', identifier: 'checkout.upsell' });
    const ready = reached(element, 'placements-ready');
    await letSdkPlusCome({}, { launcher: await standInUrl(), account: '333' });
    expect((await ready).detail.servedBy).to.equal('launcher');
    await until(() => fee(element) !== undefined);
    const { cartItemId } = fee(element)!;
    const { outcome } = await element.updateCartItem({ cartItemId, quantity: 2 });
    expect([outcome, fee(element)?.quantity]).to.deep.equal(['applied', 2]);
    await element.close();
    removeSdkPlus();
  });
});
