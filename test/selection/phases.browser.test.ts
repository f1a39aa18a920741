import { expect } from '@open-wc/testing';
import { buildCartItem } from '../../src/testing/index.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { nextTask, setUpSelection } from '../support/record-facts.ts';
import { withHeldTime } from '../support/virtual-time.ts';

const MESSAGES = [
  'V2_CART_ITEM_UPDATED',
  'OFFER_ENGAGEMENT',
  'POSITIVE_ENGAGEMENT',
  'LINK_NAVIGATION_REQUEST',
];

for (const manners of MANNERS) {
  describe(`a selection of a launcher of ${manners} manners`, () => {
    it('is ready when its placements are, and hands on what it was asked for', async () => {
      const { rokt, upsell, facts, start } = setUpSelection({ manners });
      start({ identifier: 'checkout.upsell' });
      const selection = await rokt.nextSelection();
      expect(selection.request).to.deep.equal({
        attributes: { eventId: '1' },
        identifier: 'checkout.upsell',
      });
      const [first, second] = selection.find(2);
      first!.becomeReady();
      await nextTask();
      expect(upsell.state.phase).to.equal('loading');
      second!.becomeReady();
      expect(await upsell.phaseReached()).to.equal('ready');
      expect(facts).to.deep.equal([
        { type: 'placements-loading', detail: { servedBy: 'launcher' } },
        { type: 'placements-ready', detail: { servedBy: 'launcher', count: 2 } },
      ]);
    });

    it('listens before anything can be missed', async () => {
      const { rokt, upsell, start } = setUpSelection({ manners });
      start();
      const selection = await rokt.nextSelection();
      selection.open();
      await nextTask();
      selection.shopperSets(buildCartItem({ quantity: 2 }));
      expect(upsell.state.phase).to.equal('loading');
      expect(upsell.state.cartItems).to.have.length(1);
    });

    it('is empty when there is no placement', async () => {
      const { rokt, upsell, types, start } = setUpSelection({ manners });
      start();
      (await rokt.nextSelection()).find(0);
      expect(await upsell.phaseReached()).to.equal('empty');
      expect(types()).to.deep.equal(['placements-loading', 'placements-empty']);
    });

    it('fails once, when no placement is usable, with the first cause', async () => {
      const { rokt, upsell, types, start } = setUpSelection({ manners });
      start();
      const selection = await rokt.nextSelection();
      const [first, second] = selection.find(2);
      first!.failToLoad(new Error('frame refused'));
      await nextTask();
      second!.emit('PLACEMENT_FAILURE');
      expect(await upsell.phaseReached()).to.equal('failed');
      expect(upsell.state.error?.code).to.equal('placement-failed');
      expect(upsell.state.error?.message).to.equal('placement-failed: no placement is usable');
      expect(upsell.state.error?.cause).to.have.property('message', 'frame refused');
      expect(types()).to.deep.equal(['placements-loading', 'placements-failed']);
      await nextTask();
      expect(selection.isClosed).to.equal(true);
    });

    it('is ready with one placement when the other fails, and says so', async () => {
      const { rokt, upsell, types, start } = setUpSelection({ manners });
      start();
      const [first, second] = (await rokt.nextSelection()).find(2);
      first!.failToLoad();
      second!.becomeReady();
      expect(await upsell.phaseReached()).to.equal('ready');
      expect(types()).to.deep.equal(['placements-loading', 'upsell-error', 'placements-ready']);
    });

    it(
      'is ready at its deadline with the placements that are',
      withHeldTime(async (time) => {
        const { rokt, upsell, facts, start } = setUpSelection({ manners });
        start({ timeout: 50 });
        const [first] = (await rokt.nextSelection()).find(2);
        first!.becomeReady();
        await time.pass(49);
        expect(upsell.state.phase).to.equal('loading');
        await time.pass(1);
        expect(await upsell.phaseReached()).to.equal('ready');
        expect(facts.at(-1)).to.deep.include({ detail: { servedBy: 'launcher', count: 1 } });
        expect(upsell.state.error?.code).to.equal('selection-timeout');
      }),
    );

    it('closes with its last placement', async () => {
      const { rokt, upsell, types, start } = setUpSelection({ manners });
      start();
      const selection = await rokt.nextSelection();
      const placements = selection.find(2);
      placements.forEach((placement) => placement.becomeReady());
      await upsell.phaseReached();
      placements[0]!.closeByShopper();
      expect(upsell.state.phase).to.equal('ready');
      placements[1]!.closeByShopper();
      expect(upsell.state.phase).to.equal('closed');
      expect(types().slice(1)).to.deep.equal(['placements-ready', 'placements-closed']);
    });

    for (const subscribeReturns of ['function', 'object', 'nothing'] as const) {
      it(`hears nothing after its end where subscribe returns ${subscribeReturns}`, async () => {
        const { upsell, types, startReady } = setUpSelection({ manners, subscribeReturns });
        const { selection, placement } = await startReady();
        upsell.close();
        const told = types();
        expect(told.at(-1)).to.equal('placements-closed');
        selection.shopperSets(buildCartItem());
        placement.closeByShopper();
        expect(types()).to.deep.equal(told);
        if (subscribeReturns === 'nothing') return;
        expect(MESSAGES.map((name) => selection.listenerCount(name))).to.deep.equal([0, 0, 0, 0]);
        expect(placement.listenerCount('PLACEMENT_CLOSED')).to.equal(0);
      });
    }

    it('tells engagement and links one to one', async () => {
      const { facts, startReady } = setUpSelection({ manners });
      const { selection } = await startReady();
      selection.emit('OFFER_ENGAGEMENT');
      selection.emit('POSITIVE_ENGAGEMENT');
      selection.requestLink('https://shop.example/terms');
      expect(facts.slice(2)).to.deep.equal([
        { type: 'offer-engaged', detail: { kind: 'any' } },
        { type: 'offer-engaged', detail: { kind: 'positive' } },
        { type: 'link-requested', detail: { url: 'https://shop.example/terms' } },
      ]);
    });

    it('drops a message it cannot read, says what was wrong with it, and goes on', async () => {
      const { upsell, startReady } = setUpSelection({ manners });
      const { selection } = await startReady();
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: { ...buildCartItem(), quantity: '2' } });
      expect(upsell.state.error?.message).to.equal(
        'invalid-message: V2_CART_ITEM_UPDATED: cartItem.quantity: expected a whole number of at least 0, got string',
      );
      selection.emitEvent('V2_CART_ITEM_UPDATED', null);
      expect(upsell.state.cartItems).to.deep.equal([]);
      selection.shopperSets(buildCartItem());
      expect(upsell.state.cartItems).to.have.length(1);
      expect(upsell.state.phase).to.equal('ready');
    });

    it('takes an incomplete item as it is and tells once what it lacks', async () => {
      const { upsell, types, startReady } = setUpSelection({ manners });
      const { selection } = await startReady();
      const bare = { cartItemId: 'a', catalogItemId: 'parking', quantity: 1 };
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: bare });
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: { ...bare, quantity: 2 }, oldCartItem: bare });
      expect(upsell.state.cartItems).to.deep.equal([{ ...bare, quantity: 2 }]);
      expect(upsell.state.error?.message).to.match(/cart items come without currency, description/);
      expect(types().filter((type) => type === 'upsell-error')).to.have.length(1);
    });
  });
}
