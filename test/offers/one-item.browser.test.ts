import { expect, fixture, html } from '@open-wc/testing';
import type { HeldItem } from '../../src/model/index.ts';
import { createOffersLauncher, type Offer, type PlacementDocument } from '../../src/offers/index.ts';
import { focused, press } from '../support/gestures.ts';
import { buildOffer, findButton, mountOffers, type ToldUpdate } from '../support/mount-offers.ts';

/** Two placements, each with offers of its own, and what the selection and each placement tells. */
async function mountTwo(
  first: readonly Offer[],
  second: readonly Offer[],
  heldItems: readonly HeldItem[] = [],
  more: Partial<PlacementDocument> = {},
) {
  const mount = await fixture<HTMLElement>(
    html`<div lang="en">
      <div id="one"></div>
      <div id="two"></div>
    </div>`,
  );
  const placements = [
    { target: '#one', offers: first },
    { target: '#two', offers: second, ...more },
  ];
  const launcher = await createOffersLauncher({ offers: { placements } });
  const selection = await launcher.selectPlacements({ attributes: {}, heldItems });
  const name = 'V2_CART_ITEM_UPDATED';
  const listen = (port: Pick<typeof selection, 'on'>) => {
    const told: ToldUpdate[] = [];
    port.on(name).subscribe((event) => told.push((event as { body: ToldUpdate }).body));
    return told;
  };
  const told = listen(selection);
  const drawn = await selection.getPlacements();
  const toldBy = drawn.map(listen);
  await selection.ready().catch(() => undefined);
  const rootOf = (id: string) => mount.querySelector(`#${id} rokt-upsell-offers`)?.shadowRoot;
  const settle = () =>
    Promise.all([...mount.querySelectorAll('rokt-upsell-offers')].map((one) => one.updateComplete));
  const card = (id: string, product = 'parking') =>
    rootOf(id)!.querySelector(`[data-catalog-item-id="${product}"]`)!;
  const button = (id: string, label: string) => findButton(rootOf(id)!, label)!;
  const send = async (cartItemId: string, quantity: number) => {
    await selection.send('V2_UPDATE_CART_ITEM', { cartItemId, quantity });
    await settle();
  };
  return { selection, placements: drawn, told, toldBy, card, button, send, settle };
}

describe('a product that is offered twice in a selection', () => {
  it('is one item: what is done in one placement is seen in both and told once', async () => {
    const other = buildOffer({ positiveResponseText: 'Park here' }, { name: 'Garage' });
    const { told, toldBy, card, button, settle } = await mountTwo([buildOffer()], [other]);
    await press(button('one', 'Add parking'));
    await settle();
    expect(card('two').className).to.contain('added');
    await press(button('two', 'Add one Garage'));
    await settle();
    expect(card('one').querySelector('input')!.value).to.equal('2');
    expect(told.map(({ cartItem }) => cartItem!.quantity)).to.deep.equal([1, 2]);
    expect(new Set(told.map(({ cartItem }) => cartItem!.cartItemId)).size).to.equal(1);
    expect(told[1]!.consent!.text).to.equal('Quantity of Garage: 2, $70.20');
    expect(toldBy).to.deep.equal([told, told]);
  });

  it('has one id, and is reached by each that the offers give it', async () => {
    const { told, send } = await mountTwo(
      [buildOffer({}, { cartItemId: 'a' })],
      [buildOffer({}, { cartItemId: 'b' })],
    );
    await send('b', 2);
    await send('a', 3);
    expect(told.map(({ cartItem }) => [cartItem!.cartItemId, cartItem!.quantity])).to.deep.equal([
      ['a', 2],
      ['a', 3],
    ]);
  });

  it('opens once, with what is held or required', async () => {
    const fee = buildOffer(
      { minimum: 1, maximum: 1, required: { reason: 'Fee' } },
      { catalogItemId: 'fee', name: 'Fee' },
    );
    const held = [{ cartItemId: 'x', catalogItemId: 'parking', quantity: 2 }];
    const { told, card } = await mountTwo([buildOffer(), fee], [fee, buildOffer()], held);
    expect(
      told.map(({ cartItem, origin }) => [cartItem!.catalogItemId, cartItem!.quantity, origin]),
    ).to.deep.equal([
      ['parking', 2, 'selection'],
      ['fee', 1, 'requirement'],
    ]);
    expect(card('two').querySelector('input')!.value).to.equal('2');
  });

  it('is declined in both, and shown again in both', async () => {
    const item = { catalogItemId: 'declined-in-both' };
    const { told, card, button, settle } = await mountTwo([buildOffer({}, item)], [buildOffer({}, item)]);
    await press(button('one', 'No, thanks'));
    await settle();
    expect(card('two', item.catalogItemId).className).to.contain('declined');
    await press(button('two', 'Show again: Parking'));
    await settle();
    expect(card('one', item.catalogItemId).className).to.contain('available');
    expect(told).to.deep.equal([]);
  });

  it('is told by the placements that draw it, and by no other', async () => {
    const tea = buildOffer({}, { catalogItemId: 'tea', cartItemId: 'tea-1' });
    const { told, toldBy, send } = await mountTwo([buildOffer()], [tea]);
    await send('tea-1', 1);
    expect([told.length, toldBy[0]!.length, toldBy[1]!.length]).to.deep.equal([1, 0, 1]);
  });

  it('is there in the one that could be drawn', async () => {
    const held = [{ cartItemId: 'x', catalogItemId: 'parking', quantity: 2 }];
    const nowhere = { target: '#nowhere' };
    const { told, card, send } = await mountTwo([buildOffer()], [buildOffer()], held, nowhere);
    await send('x', 3);
    expect(told.map(({ cartItem }) => cartItem!.quantity)).to.deep.equal([2, 3]);
    expect(card('one').querySelector('input')!.value).to.equal('3');
  });

  it('stays in reach when one of its placements is closed', async () => {
    const { placements, told, toldBy, send } = await mountTwo(
      [buildOffer({}, { cartItemId: 'a' })],
      [buildOffer()],
    );
    await placements[0]!.close();
    await send('a', 1);
    expect([told.length, toldBy[0]!.length, toldBy[1]!.length]).to.deep.equal([1, 0, 1]);
  });

  it('linked to two products of the page is two items', async () => {
    const care = (linkedProductId: string) =>
      buildOffer({}, { catalogItemId: 'care', cartItemId: `for-${linkedProductId}`, linkedProductId });
    const { told, send } = await mountTwo([care('a')], [care('b')]);
    await send('for-b', 1);
    await send('for-a', 2);
    expect(told.map(({ oldCartItem }) => oldCartItem)).to.deep.equal([null, null]);
  });

  it('in one placement is drawn twice and stays one', async () => {
    const { changes, root, button, drawn } = await mountOffers([
      buildOffer(),
      buildOffer({ positiveResponseText: 'Park here' }),
    ]);
    await press(button('Park here'));
    await drawn.updateComplete;
    expect(root.querySelectorAll('.added')).to.have.length(2);
    expect(changes()).to.deep.equal([[0, 1]]);
  });
});

describe('offers of one product for two products of the page', () => {
  it('keep the focus on the one that was pressed', async () => {
    const care = (linkedProductId: string, positiveResponseText: string) =>
      buildOffer({ positiveResponseText }, { catalogItemId: 'care', name: 'Care', linkedProductId });
    const { told, button, drawn, root } = await mountOffers([care('a', 'For A'), care('b', 'For B')]);
    await press(button('For B'));
    await drawn.updateComplete;
    expect(told[0]!.cartItem!.linkedProductId).to.equal('b');
    expect(focused()!.closest('.card')).to.equal(root.querySelectorAll('.card')[1]);
  });
});
