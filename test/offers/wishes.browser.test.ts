import { expect, fixture, html } from '@open-wc/testing';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { buildOffer, mountOffers, type ToldUpdate } from '../support/mount-offers.ts';

const heldItems = [{ cartItemId: 'last-time', catalogItemId: 'parking', quantity: 1 }];
const cleared = (cartItemId: string) => ({
  oldCartItem: null,
  cartItem: {
    cartItemId,
    catalogItemId: '',
    currency: '',
    description: '',
    name: '',
    providerData: '',
    quantity: 0,
    unitPrice: 0,
    totalPrice: 0,
  },
});

/** A selection of which nothing is drawn yet. */
async function startSelection(placements: readonly object[]) {
  await fixture(html`<div id="here"></div>`);
  const launcher = await createOffersLauncher({ target: '#here', offers: { placements } as never });
  const selection = await launcher.selectPlacements({ attributes: {}, heldItems });
  const told: ToldUpdate[] = [];
  selection.on('V2_CART_ITEM_UPDATED').subscribe((event) => told.push((event as { body: ToldUpdate }).body));
  const wish = (body: object) => selection.send('V2_UPDATE_CART_ITEM', body);
  return { selection, told, wish };
}

describe('a wish for an item that the selection does not know', () => {
  it('is refused at once: nobody has it, and nothing of it is known', async () => {
    const { told, send } = await mountOffers();
    await send('nobody', 3);
    await send('nobody', 0);
    await send('nobody', NaN);
    await send(42 as never, 1);
    expect(told).to.deep.equal([cleared('nobody'), cleared('nobody'), cleared('nobody'), cleared('42')]);
  });

  it('is answered once a selection, and to who listens to a placement once', async () => {
    const tea = buildOffer({}, { catalogItemId: 'tea' });
    const { selection, told, wish } = await startSelection([{ offers: [buildOffer()] }, { offers: [tea] }]);
    const placements = await selection.getPlacements();
    const heard: unknown[] = [];
    placements[1]!
      .on('V2_CART_ITEM_UPDATED')
      .subscribe((event) => heard.push((event as { body: unknown }).body));
    await selection.ready();
    await wish({ cartItemId: 'nobody', quantity: 1 });
    await placements[0]!.send('V2_UPDATE_CART_ITEM', { cartItemId: 'no-one', quantity: 1 });
    expect(told.slice(1)).to.deep.equal([cleared('nobody'), cleared('no-one')]);
    expect(heard).to.deep.equal([cleared('nobody'), cleared('no-one')]);
  });

  it('means the item of the product that it names', async () => {
    const care = (linkedProductId: string) => buildOffer({}, { catalogItemId: '42', linkedProductId });
    const { told, send, changes } = await mountOffers([buildOffer(), care('1'), care('2')]);
    await send('of-another-tab', 2, { catalogItemId: 'parking' });
    await send('of-another-tab', 1, { catalogItemId: 42, linkedProductId: 2 });
    await send('of-another-tab', 3, { catalogItemId: 'parking', linkedProductId: '' });
    expect(changes()).to.deep.equal([
      [0, 2],
      [0, 1],
      [2, 3],
    ]);
    expect(told[1]!.cartItem).to.include({ catalogItemId: '42', linkedProductId: '2' });
    await send('of-another-tab', 1, { catalogItemId: '42' });
    await send('of-another-tab', 1, { catalogItemId: 'shuttle' });
    expect(told.slice(3)).to.deep.equal([cleared('of-another-tab'), cleared('of-another-tab')]);
  });

  it('is refused where nothing is offered at all', async () => {
    const { told, wish } = await startSelection([]);
    await wish({ cartItemId: 'nobody', quantity: 1 });
    expect(told).to.deep.equal([cleared('nobody')]);
  });

  it('has no answer once the selection is closed', async () => {
    const { selection, told, send } = await mountOffers();
    await selection.close();
    await send('nobody', 1);
    expect(told).to.deep.equal([]);
  });
});

describe('a wish for an item that the selection knows', () => {
  it('may name it by the id of an earlier impression', async () => {
    const { told, changes, send } = await mountOffers([buildOffer()], { heldItems });
    await send('last-time', 2);
    await send('last-time', 0);
    expect(changes()).to.deep.equal([
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    expect(told[1]!.cartItem!.cartItemId).to.equal(told[0]!.cartItem!.cartItemId);
    expect(told.some(({ origin }, index) => index > 0 && origin)).to.equal(false);
  });

  it('counts by the id of today, whose it was in an earlier impression', async () => {
    const tea = buildOffer({}, { catalogItemId: 'tea', cartItemId: 'last-time' });
    const { told, send } = await mountOffers([buildOffer(), tea], { heldItems });
    await send('last-time', 2);
    expect(told.at(-1)!.cartItem).to.include({ catalogItemId: 'tea', quantity: 2 });
  });

  it('goes by its id, whatever product it names besides', async () => {
    const offers = [buildOffer({}, { cartItemId: 'p' }), buildOffer({}, { catalogItemId: 'tea' })];
    const { told, send } = await mountOffers(offers);
    await send('p', 2, { catalogItemId: 'tea' });
    expect(told.at(-1)!.cartItem).to.include({ catalogItemId: 'parking', quantity: 2 });
  });

  it('is answered once it is drawn, after what it opens with', async () => {
    const { selection, told, wish } = await startSelection([{ offers: [buildOffer()] }]);
    const drawn = () => document.querySelector('#here rokt-upsell-offers');
    const answers = Promise.all([
      wish({ cartItemId: 'last-time', quantity: 2 }),
      wish({ cartItemId: 'last-time', quantity: 4 }),
      wish({ cartItemId: 'nobody', quantity: 1 }),
    ]);
    await selection.getPlacements();
    expect([drawn(), told.length]).to.deep.equal([null, 0]);
    await answers;
    expect(drawn()).to.be.instanceOf(HTMLElement);
    expect(told.map(({ cartItem }) => cartItem!.quantity)).to.deep.equal([1, 2, 4, 0]);
  });

  it('finds nobody while its only placement could not be drawn', async () => {
    const tea = buildOffer({}, { catalogItemId: 'tea', cartItemId: 'tea-1' });
    const { told, wish } = await startSelection([
      { offers: [buildOffer()] },
      { target: '#nowhere', offers: [tea] },
    ]);
    await wish({ cartItemId: 'tea-1', quantity: 1 });
    await wish({ cartItemId: 'last-time', quantity: 2 });
    expect(told[1]).to.deep.equal(cleared('tea-1'));
    expect(told[2]!.cartItem).to.include({ catalogItemId: 'parking', quantity: 2 });
  });
});
