import { expect } from '@open-wc/testing';
import { type CartItemUpdatedDetail, UpsellError } from '../../src/element/index.ts';
import { buildCartItem } from '../../src/testing/index.ts';
import { outcomeOf } from '../support/record-facts.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';
import { observed } from '../support/observed.ts';

const visibleSlots = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('slot')].filter((slot) => !slot.hidden).map((slot) => slot.name);

describe('<rokt-upsell>', () => {
  it('starts idle, dispatches nothing in the call that sets a property, and then loads', async () => {
    const { element, events } = await mountUpsell();
    expect([element.phase, element.error, element.cartItems]).to.deep.equal(['idle', null, []]);
    expect(events).to.deep.equal([]);
    await element.updateComplete;
    expect(element.phase).to.equal('loading');
    expect(events[0]).to.include({ type: 'placements-loading', bubbles: true, composed: true });
  });

  it('tells count, session and who served, and shows its phase as slot and state', async () => {
    const { element, rokt } = await mountUpsell();
    const selection = await rokt.nextSelection();
    expect(visibleSlots(element)).to.deep.equal(['loading', '']);
    expect(element.matches(':state(loading)')).to.equal(true);
    const ready = reached(element, 'placements-ready');
    selection.pair('session-1');
    selection.open();
    await settled(element);
    selection.succeed();
    expect((await ready).detail).to.deep.equal({ count: 1, sessionId: 'session-1', servedBy: 'launcher' });
    expect(visibleSlots(element)).to.deep.equal(['']);
    expect([element.matches(':state(ready)'), element.matches(':state(loading)')]).to.deep.equal([
      true,
      false,
    ]);
    expect(await element.getSessionId()).to.equal('session-1');
  });

  it('shows that there is no offer', async () => {
    const { element, rokt, types } = await mountUpsell();
    (await rokt.nextSelection()).find(0);
    await reached(element, 'placements-empty');
    expect(visibleSlots(element)).to.deep.equal(['empty', '']);
    expect(types()).to.deep.equal(['placements-loading', 'placements-empty']);
  });

  it('fails with one event that carries what `error` holds', async () => {
    const { element, rokt } = await mountUpsell();
    (await rokt.nextSelection()).refuse(new Error('no'));
    const { detail } = await reached(element, 'placements-failed');
    expect(detail.error).to.be.instanceOf(UpsellError);
    expect(detail.error).to.equal(element.error);
    expect(visibleSlots(element)).to.deep.equal(['failed', '']);
  });

  it('tells the change of an item together with the whole state after it', async () => {
    const { element, selection, events } = await mountReady();
    const item = buildCartItem({ quantity: 2 });
    selection.shopperSets(item);
    const { waitUntil, ...detail } = (events.at(-1) as CustomEvent<CartItemUpdatedDetail>).detail;
    expect(waitUntil).to.be.a('function');
    expect(detail).to.deep.equal({
      cartItem: item,
      oldCartItem: null,
      change: 'added',
      origin: 'placement',
      cartItems: [item],
    });
    expect(detail.cartItems).to.equal(element.cartItems);
    selection.emit('V2_CART_ITEM_UPDATED', {
      cartItem: null,
      oldCartItem: item,
      origin: 'shopper',
      consent: { at: 5, text: 'Removed' },
    });
    expect(events.at(-1)!.detail).to.deep.include({
      change: 'removed',
      origin: 'shopper',
      consent: { at: 5, text: 'Removed' },
    });
  });

  it('is closed by close(), and by the page taking it out, and selects again when it is put back', async () => {
    const { element, parent, rokt, selection, types } = await mountReady();
    expect(await element.close()).to.equal('closed');
    expect(types().at(-1)).to.equal('placements-closed');
    await settled(element);
    expect(rokt.selections).to.have.length(1);
    element.remove();
    await settled(element);
    parent.append(element);
    (await rokt.nextSelection()).succeed();
    await reached(element, 'placements-ready');
    element.remove();
    await settled(element);
    expect(element.phase).to.equal('closed');
    expect(selection.isClosed).to.equal(true);
    expect(rokt.isTerminated).to.equal(false);
  });

  it('does nothing of a move in one task', async () => {
    const { element, parent, rokt, types } = await mountReady();
    parent.prepend(element);
    await settled(element);
    expect(element.phase).to.equal('ready');
    expect(rokt.selections).to.have.length(1);
    expect(types()).to.not.include('placements-closed');
  });

  it('goes on after a move by moveBefore, which frames survive', async function () {
    if (!('moveBefore' in Element.prototype)) this.skip();
    const { element, parent, rokt, types } = await mountReady();
    element.firstElementChild!.append(document.createElement('iframe'));
    parent.append(document.createElement('p'));
    parent.moveBefore(element, null);
    await settled(element);
    expect(element.phase).to.equal('ready');
    expect(rokt.selections).to.have.length(1);
    expect(types()).to.not.include('placements-closed');
  });

  it('selects once more after a move that has killed its frames', async () => {
    const { element, parent, rokt } = await mountReady();
    element.firstElementChild!.append(document.createElement('iframe'));
    parent.prepend(element);
    (await rokt.nextSelection()).succeed();
    await settled(element);
    expect(rokt.selections).to.have.length(2);
  });

  it('resolves select() with the phase reached, an overtaken one with the newer one’s', async () => {
    const { element, rokt } = await mountUpsell({ loading: 'manual' });
    await settled(element);
    expect(rokt.selections).to.have.length(0);
    const first = element.select();
    (await rokt.nextSelection()).open();
    const second = element.select();
    (await rokt.nextSelection()).find(0);
    expect(await Promise.all([first, second])).to.deep.equal(['empty', 'empty']);
    element.remove();
    await settled(element);
    expect(await element.select()).to.equal('empty');
    expect(rokt.selections).to.have.length(2);
  });

  it('with loading="lazy" selects when it comes near', async () => {
    const { element, parent, rokt } = await mountUpsell({ loading: 'lazy' });
    parent.style.paddingBlockStart = '5000px';
    await settled(element);
    await observed(element);
    await settled(element);
    expect(rokt.selections).to.have.length(0);
    element.scrollIntoView();
    await rokt.nextSelection();
  });

  it('hashes by the launcher', async () => {
    const { element } = await mountReady();
    expect(await element.hashAttributes({ email: 'a@b.example' })).to.deep.equal({
      emailsha256: 'hash of email',
    });
    await element.close();
    expect(await outcomeOf(document.createElement('rokt-upsell').hashAttributes({}))).to.equal(
      'no-selection',
    );
  });

  it('without a source stays idle and says so once', async () => {
    const warn = console.warn;
    const warnings: unknown[] = [];
    console.warn = (...args: unknown[]) => warnings.push(args[0]);
    try {
      const { element, events } = await mountUpsell({ launcher: undefined });
      await settled(element);
      element.identifier = 'x';
      await settled(element);
      expect(element.phase).to.equal('idle');
      expect(events).to.deep.equal([]);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/account-id, offers-url or a launcher/);
    } finally {
      console.warn = warn;
    }
  });
});
