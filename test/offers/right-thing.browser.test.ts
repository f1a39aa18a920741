import { expect } from '@open-wc/testing';
import type { Offer } from '../../src/offers/index.ts';
import { focused, keys, press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { holdNetwork, mountOnNetwork } from '../support/offers-network.ts';
import { until } from '../support/until.ts';

/** One product, offered for a laptop of the page. Their names are the same, as a shop's catalogue has them. */
const careFor = (linkedProductId: string, offer: Partial<Offer> = {}): Offer =>
  buildOffer(
    { positiveResponseText: `For ${linkedProductId}`, ...offer },
    { catalogItemId: 'care', name: 'Care', linkedProductId, cartItemId: `care-${linkedProductId}` },
  );

describe('one product that is offered for several laptops', () => {
  const mount = async (...offers: Offer[]) => {
    const mounted = await mountOffers(offers);
    const cards = () => [...mounted.root.querySelectorAll<HTMLElement>('.card')];
    const held = () =>
      mounted.told.map(({ cartItem, oldCartItem }) => {
        return [(cartItem ?? oldCartItem)!.linkedProductId, cartItem?.quantity ?? 0];
      });
    return { ...mounted, cards, held };
  };

  for (const maximum of [1, 4])
    for (const direction of ['ltr', 'rtl'])
      it(`by Enter on B's button buys it for B, and once: ${direction}, up to ${maximum}`, async () => {
        const offers = ['a', 'b', 'c'].map((laptop) => careFor(laptop, { maximum }));
        const { mount: parent, button, cards, drawn, held } = await mount(...offers);
        parent.dir = direction;
        button('For b').focus();
        await keys('Enter');
        await drawn.updateComplete;
        expect(focused()!.closest('.card')).to.equal(cards()[1]);
        expect(held()).to.deep.equal([['b', 1]]);
        if (maximum > 1) await keys('Enter', 'ArrowUp');
        else await keys('Enter', 'Enter');
        await drawn.updateComplete;
        expect(new Set(held().map(([laptop]) => laptop))).to.deep.equal(new Set(['b']));
        expect(focused()!.closest('.card')).to.equal(cards()[1]);
      });

  it('by clicks buys for whose button was clicked, and shows the page’s work on its card alone', async () => {
    const { button, cards, drawn, held, work } = await mount(careFor('a'), careFor('b'), careFor('c'));
    await press(button('For c'));
    await drawn.updateComplete;
    await press(button('For b'));
    await work('care-b', 'pending');
    expect(cards().map((card) => card.getAttribute('aria-busy'))).to.deep.equal([null, 'true', null]);
    await work('care-b', 'failed');
    expect(cards().map((card) => card.querySelector('.notice') !== null)).to.deep.equal([false, true, false]);
    expect(held()).to.deep.equal([
      ['c', 1],
      ['b', 1],
    ]);
  });

  it('says what was typed wrong on the card where it was typed', async () => {
    const { cards, drawn, send } = await mount(careFor('a'), careFor('b'));
    await send('care-a', 1);
    await send('care-b', 1);
    const field = cards()[1]!.querySelector('input')!;
    field.focus();
    field.select();
    await keys('9', 'Tab');
    await drawn.updateComplete;
    expect(cards().map((card) => card.querySelector('.notice') !== null)).to.deep.equal([false, true]);
  });

  it('declines for one laptop, and keeps the focus there', async () => {
    const { button, cards, drawn } = await mount(careFor('x1'), careFor('x2'));
    const decline = cards()[1]!.querySelector<HTMLElement>('.decline')!;
    decline.focus();
    await keys('Enter');
    await drawn.updateComplete;
    expect(cards().map(({ className }) => className)).to.deep.equal(['card available', 'card declined']);
    expect(focused()).to.equal(button('Show again: Care'));
  });

  it('has ids of its own in each card, so that a description is of the card that has it', async () => {
    const { cards, root } = await mount(careFor('a'), careFor('b'), careFor('c'));
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const card of cards())
      expect(card.querySelector('.accept')!.getAttribute('aria-describedby')).to.equal(
        card.querySelector('h3')!.id,
      );
  });
});

describe('what is drawn anew', () => {
  const network = { ...holdNetwork() };
  network.restore();

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => network.restore());

  it('of a product in two placements, three times, is pressed where the finger is', async () => {
    const twice = { placementId: 'one', offers: [careFor('a'), careFor('b'), careFor('a')] };
    const again = { placementId: 'two', offers: [careFor('b'), careFor('a')] };
    const { element, cards, button, settle, retarget } = await mountOnNetwork(network, [twice, again]);
    button(cards(1)[1]!, 'For a').focus();
    await retarget(
      { productIds: 'x' },
      { ...twice, offers: [careFor('a'), careFor('a')] },
      { ...again, offers: [careFor('a')] },
    );
    expect(focused()!.closest('.card')).to.equal(cards(1)[0]);
    await keys('Enter');
    await settle();
    expect(
      element.cartItems.map(({ linkedProductId, quantity }) => [linkedProductId, quantity]),
    ).to.deep.equal([['a', 1]]);
    expect([...cards(0), ...cards(1)].map(({ className }) => className)).to.deep.equal(
      Array(3).fill('card added'),
    );
  });

  for (const direction of ['ltr', 'rtl'])
    it(`is removed first while the focus is on the second, and the second stays what it was: ${direction}`, async () => {
      const { element, parent, cards, button, settle, retarget } = await mountOnNetwork(network, [
        [careFor('a'), careFor('b'), careFor('c')],
      ]);
      parent.dir = direction;
      button(cards()[1]!, 'For b').focus();
      await keys('Enter');
      await settle();
      const field = focused() as HTMLInputElement;
      field.select();
      await keys('3');
      await retarget({ productIds: 'b,c' }, [careFor('b'), careFor('c')]);
      expect(focused()).to.equal(field);
      expect(field.value).to.equal('3');
      await keys('Enter');
      await until(() => element.cartItems[0]?.quantity === 3);
      expect(
        element.cartItems.map(({ linkedProductId, quantity }) => [linkedProductId, quantity]),
      ).to.deep.equal([['b', 3]]);
    });

  it('has its work shown on the card that it is for, wherever that has moved', async () => {
    const { element, cards, button, settle, retarget } = await mountOnNetwork(network, [
      [careFor('a'), careFor('b')],
    ]);
    let finish!: () => void;
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    element.addEventListener('cart-item-updated', (event) => event.detail.waitUntil(work));
    await press(button(cards()[1]!, 'For b'));
    await until(() => cards()[1]!.getAttribute('aria-busy') === 'true');
    await retarget({ productIds: 'b' }, [careFor('b'), careFor('c')]);
    expect(cards().map((card) => card.getAttribute('aria-busy'))).to.deep.equal(['true', null]);
    finish();
    await until(() => cards()[0]!.getAttribute('aria-busy') === null);
    await settle();
  });
});
