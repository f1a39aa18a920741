import { expect } from '@open-wc/testing';
import { buildCartItem } from '../../../src/testing/index.ts';
import { setUpHostedPage } from '../../support/hosted-page.ts';
import { MANNERS } from '../../support/in-virtual-time.ts';
import { mountReady, mountUpsell, reached } from '../../support/mount-upsell.ts';
import { until } from '../../support/until.ts';
import { ending, keepStore, tasks, textOf } from './store.ts';

const MOMENTS = ['before', 'opened', 'found', 'placements-ready', 'cart-item-updated', 'after'] as const;

for (const manners of MANNERS) {
  describe(`what is held, with ${manners} manners`, () => {
    for (const moment of MOMENTS) {
      it(`is on both sides what heldItems says, set at this moment: ${moment}`, async () => {
        const heldItems = [{ cartItemId: 'old', catalogItemId: 'a', quantity: 2 }];
        const { element, rokt, types } = await mountUpsell(
          { ...(moment === 'before' && { heldItems }) },
          { manners },
        );
        const store = keepStore(element);
        const set = () => Object.assign(element, { heldItems });
        if (moment === 'placements-ready' || moment === 'cart-item-updated')
          element.addEventListener(moment, set, { once: true });
        const selection = await rokt.nextSelection();
        selection.offer([{ catalogItemId: 'a', quantity: 1, maximum: 3 }, { catalogItemId: 'b' }]);
        selection.open();
        await tasks();
        if (moment === 'opened') set();
        const [placement] = selection.find(1);
        await tasks();
        if (moment === 'found') set();
        placement!.becomeReady();
        await reached(element, 'placements-ready');
        if (moment === 'after') set();
        await until(() => selection.cartItems[0]?.quantity === 2 && element.cartItems[0]?.quantity === 2);
        await tasks();
        expect(textOf(element.cartItems)).to.equal(textOf(selection.cartItems));
        expect(types()).to.not.include('update-failed');
        expect(store.complaints).to.deep.equal([]);
      });
    }

    it('once is held once where the next selection offers it twice', async () => {
      const { element, rokt, selection } = await mountReady(undefined, { manners });
      const store = keepStore(element);
      const [item] = selection.offer([{ catalogItemId: 'a' }]);
      expect(await ending(element.updateCartItem({ cartItemId: item!.cartItemId, quantity: 2 }))).to.equal(
        'applied',
      );
      void element.select();
      const next = await rokt.nextSelection();
      next.offer([
        { catalogItemId: 'a', quantity: 1 },
        { catalogItemId: 'a', quantity: 1 },
      ]);
      next.succeed();
      await reached(element, 'placements-ready');
      await tasks();
      await until(() => textOf(element.cartItems) === textOf(next.cartItems));
      expect(store.complaints).to.deep.equal([]);
    });

    it('was never sold by a hosted launcher that announces and then fails before the fallback', async () => {
      const { add, launched } = await setUpHostedPage({ manners });
      const element = add('one', { fallback: 'offers', offersUrl: '/test/support/parking-offers.json' });
      const store = keepStore(element);
      const selection = await (await launched(0)).nextSelection();
      selection.open();
      await until(() => selection.listenerCount('V2_CART_ITEM_UPDATED') > 0);
      selection.announce(buildCartItem({ cartItemId: 'phantom' }));
      selection.fail();
      await reached(element, 'placements-ready');
      selection.announce(buildCartItem({ cartItemId: 'ghost' }));
      expect(element.servedBy).to.equal('offers');
      expect(store.log).to.include('removed/selection phantom×1→');
      expect(textOf(element.cartItems)).to.not.match(/phantom|ghost/);
      expect(store.complaints).to.deep.equal([]);
    });

    it('is in the form at every event, and through a failed selection', async () => {
      const { element, parent, rokt, selection } = await mountReady({ name: 'upsell' }, { manners });
      const form = document.createElement('form');
      parent.append(form);
      form.append(element);
      const submitted = () => new FormData(form).get('upsell') as string | null;
      const items = () => textOf((JSON.parse(submitted() ?? '{"items":[]}') as { items: [] }).items);
      const seen: string[] = [];
      element.addEventListener('cart-item-updated', ({ detail }) => {
        seen.push(items());
        expect(items()).to.equal(textOf(detail.cartItems));
      });
      selection.announce(buildCartItem({ cartItemId: 'a' }));
      selection.shopperSets(buildCartItem({ cartItemId: 'a', quantity: 2 }));
      void element.select();
      (await rokt.nextSelection()).fail();
      await reached(element, 'placements-failed');
      form.reset();
      expect(items()).to.equal('a×2');
      await element.updateCartItem({ cartItemId: 'a', quantity: 0 });
      expect(seen).to.deep.equal(['a×1', 'a×2', '']);
      expect(submitted()).to.equal(null);
    });
  });
}
