import { expect } from '@open-wc/testing';
import { buildCartItem } from '../../src/testing/index.ts';
import { mountReady, mountUpsell, reached } from '../support/mount-upsell.ts';

describe('report()', () => {
  it('tells what has happened, and nothing of the shopper', async () => {
    const { element, selection } = await mountReady((it) => {
      it.placementAttributes = { email: 'ann@shop.example' };
    });
    selection.pair('session-1');
    selection.shopperSets(buildCartItem({ quantity: 2, name: 'For Ann', providerData: '{"plate":"ANN 1"}' }));
    element.addEventListener('link-requested', (event) => event.preventDefault());
    selection.emit('LINK_NAVIGATION_REQUEST', { url: 'https://shop.example/?email=ann@shop.example' });
    selection.emit('V2_CART_ITEM_UPDATED', { cartItem: 'ann@shop.example' });
    await new Promise((resolve) => setTimeout(resolve));
    const text = element.report();
    expect(text).to.not.match(/ann/i);
    const report = JSON.parse(text) as { timeline: { at: number; type: string }[] };
    expect(report).to.deep.include({
      phase: 'ready',
      sessionId: 'session-1',
      error: 'invalid-message',
      items: 1,
    });
    expect(report.timeline.map(({ type }) => type)).to.have.members([
      'placements-loading',
      'placements-ready',
      'session-paired',
      'cart-item-updated',
      'link-requested',
      'upsell-error',
    ]);
    expect(report.timeline.find(({ type }) => type === 'cart-item-updated')).to.deep.include({
      catalogItemId: 'parking-a',
      quantity: 2,
      change: 'added',
      origin: 'placement',
    });
    expect(report.timeline.every(({ at }) => Number.isInteger(at))).to.equal(true);
  });

  it('keeps the last two hundred entries', async () => {
    const { element, selection } = await mountReady();
    for (let n = 0; n < 300; n++) selection.emit('OFFER_ENGAGEMENT');
    expect((JSON.parse(element.report()) as { timeline: object[] }).timeline).to.have.length(200);
  });

  it('notes what a policy of the page has blocked, without its query', async () => {
    const { element } = await mountUpsell();
    const violation = new Event('securitypolicyviolation', { bubbles: true });
    Object.assign(violation, {
      effectiveDirective: 'script-src-elem',
      blockedURI: 'https://apps.rokt.com/launcher.js?email=ann@shop.example',
    });
    document.dispatchEvent(violation);
    const { timeline } = JSON.parse(element.report()) as { timeline: object[] };
    expect(timeline.at(-1)).to.deep.include({
      type: 'policy-violation',
      effectiveDirective: 'script-src-elem',
      blocked: 'https://apps.rokt.com/launcher.js',
    });
  });
});

describe('in a form', () => {
  it('the element submits what reserve needs, under its name', async () => {
    const { element, parent, selection } = await mountReady({ name: 'upsell' });
    const form = document.createElement('form');
    form.id = 'checkout';
    parent.append(form);
    const entry = () => new FormData(form).get('upsell');
    form.append(document.createElement('input'));
    selection.shopperSets(buildCartItem({ quantity: 2 }));
    element.setAttribute('form', form.id);
    expect(JSON.parse(entry() as string)).to.deep.equal({
      servedBy: 'launcher',
      items: [
        {
          cartItemId: 'item-parking-a',
          quantity: 2,
          unitPrice: 35,
          currency: 'USD',
          servedBy: 'launcher',
        },
      ],
    });
    selection.pair('session-1');
    await new Promise((resolve) => setTimeout(resolve));
    expect(JSON.parse(entry() as string)).to.deep.include({ sessionId: 'session-1' });
    selection.shopperSets(buildCartItem({ quantity: 0 }));
    expect(entry()).to.equal(null);
    selection.shopperSets(buildCartItem({ quantity: 1 }));
    const closed = reached(element, 'placements-closed');
    void element.close();
    await closed;
    expect(entry()).to.contain('item-parking-a');
  });
});
