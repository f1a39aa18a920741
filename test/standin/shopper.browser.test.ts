import { expect } from '@open-wc/testing';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { hosted, mountAmongPlaces } from '../support/mount-stand-in.ts';
import { reached } from '../support/mount-upsell.ts';
import { tabAndEnter } from '../support/stand-in.ts';
import { until } from '../support/until.ts';

for (const manners of ['shipped', 'documented'] as const) {
  describe(`a checkout over the stand-in, with ${manners} manners`, () => {
    let element: RoktUpsellElement;
    let shop: ReturnType<typeof connectShop>;
    beforeEach(async () => {
      element = await mountAmongPlaces(await hosted(`?manners=${manners}`));
      shop = connectShop(element);
      await reached(element, 'placements-ready');
      await until(() => shop.quantity('fee') === 1);
    });
    afterEach(() => shop.disconnect());

    const parking = () => element.cartItems.find(({ catalogItemId }) => catalogItemId === 'parking');
    /** From before the offers into their frame, to the first control there. */
    const pressFirst = async (isHeard: () => boolean) => {
      element.parentElement!.querySelector('input')!.focus();
      await tabAndEnter(isHeard);
    };

    it('has one cart with the placements, whoever changes it', async () => {
      await pressFirst(() => shop.quantity('parking') > 0);
      expect(parking()?.quantity).to.equal(1);
      const { cartItemId, catalogItemId } = parking()!;

      shop.setLine({ cartItemId, catalogItemId }, 3);
      await until(() => parking()?.quantity === 3);
      shop.setLine({ cartItemId, catalogItemId }, 0);
      await until(() => parking() === undefined);
      expect(shop.quantity('parking')).to.equal(0);

      // The offer is to be had again, in the frame too.
      await pressFirst(() => shop.quantity('parking') > 0);
      expect([parking()?.quantity, shop.quantity('fee')]).to.deep.equal([1, 1]);
      expect(shop.kinds()).to.deep.equal([]);
    });

    it('has back what the placements do not allow, told once', async () => {
      await pressFirst(() => shop.quantity('parking') > 0);
      const { cartItemId, catalogItemId } = parking()!;
      shop.setLine({ cartItemId, catalogItemId }, 9);
      await until(() => shop.quantity('parking') === parking()?.quantity);
      expect(parking()?.quantity).to.be.lessThan(9);
    });
  });
}
