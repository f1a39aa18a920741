import { expect, fixture, html } from '@open-wc/testing';
import type { CartLine, CartUpsell } from '../../src/cart/index.ts';
import { RoktUpsellElement } from '../../src/element/index.ts';
import { buildCartItem, createScriptedLauncher, type ScriptedSelection } from '../../src/testing/index.ts';
import { connectShop } from '../support/connect-shop.ts';
import { mountReady, mountUpsell, reached } from '../support/mount-upsell.ts';
import { nextTask } from '../support/record-facts.ts';

const parking = (quantity: number) => buildCartItem({ cartItemId: 'p1', quantity });
const care = (quantity: number, quantityMustBeSynchronized?: boolean) =>
  buildCartItem({
    cartItemId: 'c1',
    catalogItemId: 'care',
    linkedProductId: 'laptop',
    quantityMustBeSynchronized,
    quantity,
  });
const laptops = (quantity: number): CartLine => ({ productId: 'laptop', quantity });
const keptCare: CartLine = {
  productId: 'care',
  quantity: 1,
  upsell: { cartItemId: 'old', catalogItemId: 'care', linkedProductId: 'laptop' },
};

describe('a connection', () => {
  it('may be made before the element is upgraded', async () => {
    const rokt = createScriptedLauncher();
    const element = await fixture<RoktUpsellElement>(html`<late-rokt-upsell></late-rokt-upsell>`);
    const shop = connectShop(element, [laptops(1), keptCare]);
    element.launcher = rokt.launcher;
    await nextTask();
    customElements.define('late-rokt-upsell', class extends RoktUpsellElement {});
    const selection = await rokt.nextSelection();
    selection.succeed();
    const send = await selection.nextSend();
    expect(send.data).to.deep.equal({ cartItemId: 'old', quantity: 1 });
    send.answer({ ...care(1), cartItemId: 'new' });
    await nextTask();
    expect(shop.told.map(({ cartItemId, quantity }) => [cartItemId, quantity])).to.deep.equal([['new', 1]]);
    expect(shop.conflicts).to.deep.equal([]);
    expect(selection.sends).to.have.length(1);
  });

  it('goes on when a line leaves in the task of the connection', async () => {
    const { element, selection } = await mountReady();
    const shop = connectShop(element, [laptops(1), keptCare]);
    shop.setLine(keptCare.upsell!, 0);
    await nextTask();
    selection.shopperSets(parking(1));
    await nextTask();
    expect([shop.quantity('parking-a'), shop.conflicts]).to.deep.equal([1, []]);
  });

  describe('with a policy', () => {
    it('by name, makes the upsells follow that do not say how', async () => {
      const { element, selection } = await mountReady();
      const shop = connectShop(element, [laptops(3)], { policy: 'at-most' });
      selection.shopperSets(care(3));
      await nextTask();
      shop.setProduct('laptop', 5);
      await nextTask();
      expect(selection.sends).to.deep.equal([]);
      shop.setProduct('laptop', 2);
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'c1', quantity: 2 });
      send.answer();
      await nextTask();
      expect(shop.quantity('care')).to.equal(2);
    });

    it('by name, leaves those synchronized that say so', async () => {
      const { element, selection } = await mountReady();
      connectShop(element, [laptops(3)], { policy: 'independent' });
      selection.shopperSets(care(1, true));
      expect((await selection.nextSend()).data).to.deep.equal({ cartItemId: 'c1', quantity: 3 });
    });

    it('by function, decides alone, from what names the upsell', async () => {
      const { element, selection } = await mountReady();
      const asked: CartUpsell[] = [];
      const policy = (upsell: CartUpsell) => {
        asked.push(upsell);
        return 'independent' as const;
      };
      const shop = connectShop(element, [laptops(3)], { policy });
      selection.shopperSets(care(1, true));
      await nextTask();
      expect(selection.sends).to.deep.equal([]);
      expect(shop.quantity('care')).to.equal(1);
      const { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized } = care(1, true);
      expect(asked[0]).to.deep.equal({
        cartItemId,
        catalogItemId,
        linkedProductId,
        quantityMustBeSynchronized,
      });
    });
  });

  const ends: Record<'empty' | 'failed' | 'closed', (selection: ScriptedSelection) => Promise<void>> = {
    empty: async (selection) => void selection.find(0),
    failed: async (selection) => selection.fail(),
    closed: async (selection) => {
      const placement = selection.succeed();
      await nextTask();
      placement.closeByShopper();
    },
  };
  for (const [phase, end] of Object.entries(ends)) {
    it(`keeps the cart’s lines when the upsell is ${phase}, and tells once that nobody can be asked`, async () => {
      const { element, rokt } = await mountUpsell();
      const shop = connectShop(element, [laptops(2), keptCare]);
      const told = () =>
        shop.conflicts.map(({ kind, cartQuantity, placementQuantity, wanted }) => [
          kind,
          cartQuantity,
          placementQuantity,
          wanted,
        ]);
      const ended = reached(element, `placements-${phase as keyof typeof ends}`);
      await end(await rokt.nextSelection());
      await ended;
      await nextTask();
      shop.setProduct('other', 1);
      await nextTask();
      expect(told()).to.deep.equal([['no-selection', 1, undefined, 1]]);
      shop.setLine(keptCare.upsell!, 2);
      await nextTask();
      expect(told().slice(1)).to.deep.equal([['no-selection', 2, undefined, 2]]);
      expect(shop.told).to.deep.equal([]);
      shop.setProduct('laptop', 0);
      await nextTask();
      expect([shop.quantity('care'), shop.conflicts.length]).to.deep.equal([0, 2]);
    });
  }

  it('keeps what the placements held when they closed, of which the shopper can take out all and put back none', async () => {
    const { element, selection, placement } = await mountReady();
    const shop = connectShop(element);
    selection.shopperSets(parking(1));
    await nextTask();
    placement.closeByShopper();
    await nextTask();
    expect([shop.quantity('parking-a'), shop.conflicts]).to.deep.equal([1, []]);
    shop.setLine(parking(1), 0);
    await nextTask();
    expect([shop.quantity('parking-a'), element.cartItems, shop.conflicts]).to.deep.equal([0, [], []]);
    shop.setLine(parking(1), 1);
    await nextTask();
    expect(shop.conflicts).to.have.length(1);
    expect(shop.conflicts[0]).to.include({ kind: 'no-selection', cartItemId: 'p1', wanted: 1 });
  });

  it('leaves no listener after 1,000 of them, and the last one works as the first', async () => {
    const { element, selection } = await mountReady();
    const active = new Set<unknown>();
    const listen = element.addEventListener.bind<EventTarget['addEventListener']>(element);
    element.addEventListener = (type: string, listener: EventListener, options: AddEventListenerOptions) => {
      active.add(listener);
      options.signal?.addEventListener('abort', () => active.delete(listener));
      listen(type, listener, options);
    };
    const shop = connectShop(element);
    expect(active.size).to.be.above(0);
    for (let n = 0; n < 1_000; n++) {
      shop.connect()();
      if (n % 100 === 0) await nextTask();
    }
    expect([active.size, shop.listeners.size]).to.deep.equal([0, 0]);
    selection.shopperSets(parking(1));
    await nextTask();
    expect(shop.told).to.deep.equal([]);
    const disconnect = shop.connect();
    await nextTask();
    expect(shop.told.map(({ quantity }) => quantity)).to.deep.equal([1]);
    disconnect();
  });
});
