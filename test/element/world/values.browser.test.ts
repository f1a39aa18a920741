import { expect } from '@open-wc/testing';
import { buildCartItem } from '../../../src/testing/index.ts';
import { MANNERS } from '../../support/in-virtual-time.ts';
import { mountReady, mountUpsell } from '../../support/mount-upsell.ts';
import { until } from '../../support/until.ts';
import { keepStore, tasks, textOf } from './store.ts';

/** Attributes as pages have them, with something in them that no frame can be sent. */
const UNCLONABLE = {
  'a function': { eventId: '1', format() {} },
  'a function deeper down': { eventId: '1', venue: { format() {} } },
  'a symbol': { eventId: '1', mark: Symbol('mark') },
  'a node': { eventId: '1', venue: document.createElement('div') },
};

for (const manners of MANNERS) {
  describe(`values that nobody expects, with ${manners} manners`, () => {
    it('takes heldItems set to null for unset', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      element.heldItems = null as never;
      await element.updateComplete;
      await tasks();
      selection.shopperSets(buildCartItem());
      expect(element.cartItems).to.have.length(1);
    });

    it('takes heldItems by product where all its lines carry one cartItemId', async () => {
      const { element, selection } = await mountReady(undefined, { manners });
      const line = (catalogItemId: string) => ({ cartItemId: 'cart', catalogItemId, quantity: 2 });
      selection.offer([
        { catalogItemId: 'a', quantity: 2 },
        { catalogItemId: 'b', quantity: 2 },
      ]);
      await until(() => element.cartItems.length === 2);
      element.heldItems = [line('a'), line('b')];
      await element.updateComplete;
      await tasks(5);
      expect(element.cartItems.map(({ catalogItemId, quantity }) => [catalogItemId, quantity])).to.deep.equal(
        [
          ['a', 2],
          ['b', 2],
        ],
      );
    });

    for (const [what, attributes] of Object.entries(UNCLONABLE)) {
      it(`selects with placementAttributes as plain data where they hold ${what}`, async () => {
        const { rokt } = await mountUpsell({ placementAttributes: attributes }, { manners });
        const { request } = await rokt.nextSelection();
        expect(structuredClone(request.attributes)['eventId']).to.equal('1');
      });

      it(`sets placementAttributes later as plain data where they hold ${what}`, async () => {
        const { element, selection } = await mountReady(undefined, { manners });
        element.placementAttributes = attributes;
        await until(() => selection.attributesSet.length > 0);
        expect(structuredClone(selection.attributesSet[0])!['eventId']).to.equal('1');
      });
    }

    it('is told of a message that makes no sense, changes nothing for it and never throws at Rokt', async () => {
      const { element, selection, types } = await mountReady(undefined, { manners });
      const store = keepStore(element);
      const item = buildCartItem();
      const thrower = {
        get cartItem(): never {
          throw new Error('theirs');
        },
      };
      const items = [
        5,
        [],
        { ...item, quantity: '1' },
        { ...item, quantity: 0.5 },
        { ...item, unitPrice: -1 },
      ];
      const bodies = [
        null,
        5,
        'text',
        [],
        {},
        thrower,
        ...items.map((cartItem) => ({ cartItem, oldCartItem: null })),
      ];
      for (const body of bodies) {
        const before = types().length;
        for (const name of ['UPDATE_CART_ITEM_MESSAGE', 'PLACEMENT_RESIZE', 'V2_CART_ITEM_UPDATED']) {
          expect(() => selection.emit(name, body)).to.not.throw();
        }
        expect(types().slice(before)).to.deep.equal(['upsell-error']);
      }
      selection.announce({ ...item, cartItemId: '__proto__' });
      expect(textOf(element.cartItems)).to.equal('__proto__×1');
      expect(store.complaints).to.deep.equal([]);
    });
  });
}
