import { expect, fixture, html } from '@open-wc/testing';
import type { CartLine } from '../../src/cart/index.ts';
import { RoktUpsellElement } from '../../src/element/index.ts';
import { buildCartItem, createScriptedLauncher, type Manners } from '../../src/testing/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { mountReady, reached } from '../support/mount-upsell.ts';
import { nextTask } from '../support/record-facts.ts';

const parking = (quantity: number, cartItemId = 'p1') => buildCartItem({ cartItemId, quantity });
const kept: CartLine = {
  productId: 'parking-a',
  quantity: 2,
  upsell: { cartItemId: 'old', catalogItemId: 'parking-a' },
};

/** An element on which order 1 has been placed. */
async function afterOrder(manners: Manners) {
  const mounted = await mountReady(undefined, { manners });
  const shop = connectShop(mounted.element);
  mounted.selection.shopperSets(parking(1));
  await nextTask();
  shop.disconnect();
  return { ...mounted, first: shop };
}

for (const manners of MANNERS) {
  describe(`the next order, with ${manners} placements`, () => {
    it('does not open with the items of the last one', async () => {
      const { element, rokt, selection } = await afterOrder(manners);
      await nextTask();
      // What runs is left as it is.
      expect([element.cartItems.length, selection.sends]).to.deep.equal([1, []]);
      void element.select();
      const next = await rokt.nextSelection();
      expect(element.cartItems).to.deep.equal([]);
      next.succeed();
      await reached(element, 'placements-ready');
      const second = connectShop(element);
      await nextTask();
      expect([second.told, next.sends]).to.deep.equal([[], []]);
    });

    it('opens with what its own cart holds, where that is connected before', async () => {
      const { element, rokt } = await afterOrder(manners);
      await element.close();
      connectShop(element, [{ ...kept, upsell: { cartItemId: 'x', catalogItemId: 'lounge' } }]);
      await nextTask();
      void element.select();
      const next = await rokt.nextSelection();
      expect(element.cartItems).to.deep.equal([]);
      next.succeed();
      expect((await next.nextSend()).data).to.deep.equal({ cartItemId: 'x', quantity: 2 });
    });

    it('is not touched by whoever disconnects the last one twice', async () => {
      const { element, first } = await afterOrder(manners);
      const second = connectShop(element, [kept]);
      await nextTask();
      const handed = element.heldItems;
      first.disconnect();
      expect(element.heldItems).to.equal(handed);
      second.disconnect();
      expect([...element.heldItems!]).to.deep.equal([]);
    });

    it('keeps what is held, under its new id, where the same cart goes on', async () => {
      const { element, rokt, selection } = await mountReady(undefined, { manners });
      const shop = connectShop(element);
      selection.shopperSets(parking(1));
      await nextTask();
      void element.select();
      const next = await rokt.nextSelection();
      next.succeed();
      const send = await next.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'p1', quantity: 1 });
      send.answer({ cartItemId: 'p2' });
      await nextTask();
      expect([shop.told.at(-1)?.cartItemId, next.sends.length, shop.quantity('parking-a')]).to.deep.equal([
        'p2',
        1,
        1,
      ]);
    });
  });
}

describe('a cart that is connected', () => {
  it('before the upgrade leaves the attributes of the markup as they are', async () => {
    const rokt = createScriptedLauncher();
    const element = await fixture<RoktUpsellElement>(
      html`<early-rokt-upsell placement-attributes='{"eventId":"1"}'></early-rokt-upsell>`,
    );
    connectShop(element, [kept]);
    element.launcher = rokt.launcher;
    await nextTask();
    customElements.define('early-rokt-upsell', class extends RoktUpsellElement {});
    const { request } = await rokt.nextSelection();
    expect(request.attributes).to.deep.equal({ eventId: '1' });
    expect(element.getAttribute('placement-attributes')).to.equal('{"eventId":"1"}');
  });

  it('leaves the page’s own cartItems among the attributes alone', async () => {
    const { element, selection } = await mountReady((upsell) => {
      upsell.placementAttributes = { cartItems: 'mine' };
    });
    const shop = connectShop(element, [kept]);
    await nextTask();
    expect(selection.request.attributes).to.deep.equal({ cartItems: 'mine' });
    expect(element.placementAttributes).to.deep.equal({ cartItems: 'mine' });
    shop.disconnect();
    expect(element.placementAttributes).to.deep.equal({ cartItems: 'mine' });
  });
});
