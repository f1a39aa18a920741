import { expect } from '@open-wc/testing';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { buildCartItem, createScriptedLauncher } from '../../src/testing/index.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';
import { line, wishes } from '../support/wishes.ts';

/** What a page's form would submit of the element. */
function submitted(element: RoktUpsellElement): { sessionId?: string; items: unknown[] } | null {
  const form = document.createElement('form');
  element.parentElement!.append(form);
  form.id = 'checkout';
  element.setAttribute('form', 'checkout');
  const value = new FormData(form).get('upsell') as string | null;
  form.remove();
  return value === null ? null : (JSON.parse(value) as { items: unknown[] });
}

for (const manners of MANNERS) {
  describe(`what the shopper has chosen, with launchers of ${manners} manners`, () => {
    it('is in the form on the payment step, after the placement was closed and the next selection failed', async () => {
      const { element, rokt, selection } = await mountReady({ name: 'upsell' }, { manners });
      selection.shopperSets(buildCartItem({ quantity: 2 }));
      element.sessionId = 'from-the-back-end';
      const next = await rokt.nextSelection();
      expect(element.cartItems).to.have.length(1);
      next.fail();
      await reached(element, 'placements-failed');
      expect(submitted(element)).to.deep.equal({
        sessionId: 'from-the-back-end',
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
    });

    it('goes on when the element is taken out and put back, and its parents hear every change', async () => {
      const { element, parent, rokt, selection, events } = await mountReady(undefined, { manners });
      selection.shopperSets(buildCartItem());
      element.remove();
      await settled(element);
      expect(element.cartItems).to.have.length(1);
      parent.append(element);
      const next = await rokt.nextSelection();
      const item = buildCartItem({ cartItemId: 'fresh', quantity: 1 });
      next.open();
      await settled(element);
      next.announce(item);
      next.succeed();
      await reached(element, 'placements-ready');
      expect(element.cartItems).to.deep.equal([item]);
      const told = events.filter(({ type }) => type === 'cart-item-updated').at(-1)!;
      expect(told.detail).to.deep.include({
        cartItem: item,
        oldCartItem: buildCartItem(),
        change: 'unchanged',
      });
    });
  });

  describe(`heldItems, with launchers of ${manners} manners`, () => {
    it('are asked for when they come while a selection runs, and again only when they are others', async () => {
      const { element, selection } = await mountReady(undefined, { manners, handling: 'when-told' });
      selection.announce(buildCartItem({ cartItemId: 'a' }));
      element.heldItems = [line('last-week', 3, 'parking-a')];
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'a', quantity: 3 });
      send.answer();
      element.heldItems = [line('last-week', 3, 'parking-a')];
      await settled(element);
      expect(wishes(selection)).to.have.length(1);
    });

    it('that are none leave nothing of the order before', async () => {
      const { element, rokt, selection, events } = await mountReady(undefined, { manners });
      selection.shopperSets(buildCartItem());
      await element.close();
      element.heldItems = [];
      void element.select();
      await rokt.nextSelection();
      expect(element.cartItems).to.deep.equal([]);
      const removed = events.find(({ detail }) => (detail as { change?: string }).change === 'removed');
      expect(removed?.detail).to.deep.include({ origin: 'selection', cartItems: [] });
      const types = events.map(({ type }) => type);
      expect(events.indexOf(removed!)).to.be.lessThan(types.lastIndexOf('placements-loading'));
    });

    it('for the next start only change nothing in a selection that runs', async () => {
      const { element, rokt, selection } = await mountReady(undefined, { manners });
      selection.announce(buildCartItem({ cartItemId: 'a' }));
      element.heldItems = Object.assign([], { isForNextStart: true });
      await settled(element);
      expect([wishes(selection).length, element.cartItems.length]).to.deep.equal([0, 1]);
      void element.select();
      await rokt.nextSelection();
      expect(element.cartItems).to.deep.equal([]);
    });

    it('with numbers for ids mean the same items, and what makes no sense means none', async () => {
      const own = createScriptedLauncher({ manners });
      const { element } = await mountUpsell((it) => {
        it.launcher = own.launcher;
        it.heldItems = [
          line(7 as never, 2, 42 as never),
          line('x', -1),
          line('x', 1.5),
          { quantity: 1 } as never,
          null as never,
        ];
      });
      const selection = await own.nextSelection();
      selection.open();
      await settled(element);
      selection.announce(buildCartItem({ cartItemId: 'fresh', catalogItemId: '42' }));
      selection.succeed();
      expect((await selection.nextSend()).data).to.deep.equal({ cartItemId: 'fresh', quantity: 2 });
    });
  });
}

describe('an element that leaves while it loads', () => {
  it('tells once that it has closed: itself, and the document that it has left', async () => {
    const { element, events, rokt } = await mountUpsell();
    await rokt.nextSelection();
    const heard: EventTarget[] = [];
    const hear = ({ currentTarget }: Event) => heard.push(currentTarget!);
    element.addEventListener('placements-closed', hear);
    document.addEventListener('placements-closed', hear);
    element.remove();
    await settled(element);
    document.removeEventListener('placements-closed', hear);
    expect(heard).to.deep.equal([element, document]);
    expect(events.map(({ type }) => type)).to.deep.equal(['placements-loading']);
    expect(element.phase).to.equal('closed');
  });
});

describe('an element whose source goes', () => {
  for (const phase of ['failed', 'ready', 'loading'] as const) {
    it(`is idle, where it was ${phase}`, async () => {
      const { element, rokt } = await mountUpsell();
      const selection = await rokt.nextSelection();
      if (phase === 'failed') selection.fail();
      if (phase === 'ready') selection.succeed();
      await settled(element);
      expect(element.phase).to.equal(phase);
      element.launcher = undefined;
      await settled(element);
      expect([element.phase, element.matches(':state(idle)')]).to.deep.equal(['idle', true]);
    });
  }
});
