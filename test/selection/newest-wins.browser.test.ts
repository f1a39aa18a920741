import { expect } from '@open-wc/testing';
import { buildCartItem } from '../../src/testing/index.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { nextTask, outcomeOf, setUpSelection } from '../support/record-facts.ts';

for (const manners of MANNERS) {
  describe(`the newest selection of a launcher of ${manners} manners`, () => {
    it('wins, and the one it overtakes is closed without a word', async () => {
      const { rokt, upsell, types, start } = setUpSelection({ manners, handling: 'when-told' });
      start();
      const first = await rokt.nextSelection();
      const reached = upsell.phaseReached();
      start();
      const second = await rokt.nextSelection();
      first.succeed();
      await nextTask();
      expect(first.isClosed).to.equal(true);
      expect(upsell.state.phase).to.equal('loading');
      second.find(0);
      expect(await reached).to.equal('empty');
      expect(types()).to.deep.equal(['placements-loading', 'placements-loading', 'placements-empty']);
    });

    it('is closed when closed while its launcher still selects', async () => {
      const { rokt, upsell, types, start } = setUpSelection({ manners, handling: 'when-told' });
      start();
      const selection = await rokt.nextSelection();
      upsell.close();
      selection.succeed();
      await nextTask();
      expect(selection.isClosed).to.equal(true);
      expect(await upsell.phaseReached()).to.equal('closed');
      expect(types()).to.deep.equal(['placements-loading', 'placements-closed']);
    });

    it('keeps what the one before held, and hears no more of it', async () => {
      const { upsell, start, startReady } = setUpSelection({ manners, handling: 'when-told' });
      const { selection } = await startReady();
      selection.shopperSets(buildCartItem());
      start();
      expect(upsell.state.cartItems).to.deep.equal([buildCartItem()]);
      selection.shopperSets(buildCartItem({ quantity: 2 }));
      expect(upsell.state.cartItems).to.deep.equal([buildCartItem()]);
    });

    it('takes the calls that were made before it was ready', async () => {
      const { rokt, upsell, start } = setUpSelection({ manners, handling: 'when-told' });
      start();
      const wish = upsell.updateCartItem({ cartItemId: 'a', quantity: 2 });
      await rokt.nextSelection();
      start();
      const second = await rokt.nextSelection();
      second.succeed();
      const send = await second.nextSend();
      send.answer();
      expect(await outcomeOf(wish)).to.contain('"outcome":"applied"');
    });

    it('started by a listener of the first event is the one that counts', async () => {
      const { rokt, upsell, start } = setUpSelection({ manners, handling: 'when-told' });
      upsell.addEventListener('fact', () => start(), { once: true });
      start();
      const selections = [await rokt.nextSelection()];
      const reached = upsell.phaseReached();
      selections[0]!.succeed();
      expect(await reached).to.equal('ready');
      await nextTask();
      expect(rokt.selections).to.have.length(1);
    });

    it('gives attributes that changed on the way to the selection, once it is open', async () => {
      const { rokt, upsell, start } = setUpSelection({ manners, handling: 'when-told' });
      start();
      const selection = await rokt.nextSelection();
      await upsell.setAttributes({ eventId: '2' });
      expect(selection.attributesSet).to.deep.equal([]);
      selection.succeed();
      await upsell.phaseReached();
      expect(selection.attributesSet).to.deep.equal([{ eventId: '2' }]);
      await upsell.setAttributes({ eventId: '3' });
      expect(selection.attributesSet).to.deep.equal([{ eventId: '2' }, { eventId: '3' }]);
    });
  });
}
