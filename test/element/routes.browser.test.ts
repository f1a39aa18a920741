import { expect } from '@open-wc/testing';
import { mountReady, reached, settled } from '../support/mount-upsell.ts';

describe('a router that changes the page', () => {
  it('puts one upsell in the place of another in one task: the old one closes, the new one selects', async () => {
    const { element, parent, rokt, selection } = await mountReady({ identifier: 'cart' });
    const next = document.createElement('rokt-upsell');
    next.launcher = rokt.launcher;
    next.identifier = 'payment';
    element.replaceWith(next);
    const second = await rokt.nextSelection();
    second.succeed();
    await reached(next, 'placements-ready');
    expect(second.request.identifier).to.equal('payment');
    expect([selection.isClosed, element.phase, next.phase]).to.deep.equal([true, 'closed', 'ready']);
    expect(parent.querySelectorAll('#rokt-placeholder')).to.have.length(1);
  });

  it('reuses the element for the next route by its identifier: one new selection', async () => {
    const { element, rokt, selection } = await mountReady({ identifier: 'cart' });
    await element.close();
    element.identifier = 'payment';
    element.placementAttributes = { step: 'payment' };
    const second = await rokt.nextSelection();
    second.succeed();
    await reached(element, 'placements-ready');
    await settled(element);
    expect(second.request).to.deep.equal({ identifier: 'payment', attributes: { step: 'payment' } });
    expect([selection.isClosed, rokt.selections.length]).to.deep.equal([true, 2]);
  });
});
