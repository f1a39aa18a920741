import { expect } from '@open-wc/testing';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { outcomeOf } from '../support/record-facts.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';

const fee = buildOffer(
  { minimum: 1, maximum: 2, required: { reason: 'The venue charges it.' } },
  { catalogItemId: 'fee', name: 'Fee', unitPrice: 4.5 },
);
const idOf = (told: readonly { cartItem: { cartItemId: string } | null }[]) =>
  told.at(-1)!.cartItem!.cartItemId;

describe('the first-party launcher', () => {
  it('is done before anything is on the page, draws in light DOM, and takes it off again', async () => {
    const { mount, selection, placements, messages } = await mountOffers();
    expect(placements.map((placement) => placement.getAlias?.())).to.deep.equal(['p']);
    expect(mount.children).to.have.length(1);
    await selection.close();
    expect(mount.children).to.have.length(0);
    expect(messages).to.deep.equal(['PLACEMENT_CLOSED']);
    await selection.close();
    expect(messages).to.have.length(1);
  });

  it('leaves nothing on the page when it is closed while it still selects', async () => {
    const launcher = await createOffersLauncher({ offersUrl: '/test/support/offers.json', target: 'body' });
    const selection = await launcher.selectPlacements({ attributes: {} });
    await selection.close();
    expect(document.querySelector('rokt-upsell-offers')).to.equal(null);
  });

  it('mints a GUID an impression, and pairs with the session it is given', async () => {
    const first = await mountOffers([fee], {}, { sessionId: 'session-1' });
    expect(await first.selection.context!.sessionId).to.equal('session-1');
    const second = await mountOffers([fee]);
    const third = await mountOffers([fee]);
    expect(await third.selection.context!.sessionId).to.equal(await second.selection.context!.sessionId);
    expect(idOf(first.told)).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(idOf(second.told)).to.not.equal(idOf(first.told));
  });

  it('adds what is required from the start and says why', async () => {
    const { told } = await mountOffers([buildOffer(), fee]);
    expect(told).to.have.length(1);
    expect(told[0]).to.deep.include({ oldCartItem: null, origin: 'requirement' });
    expect(told[0]!.cartItem).to.include({
      catalogItemId: 'fee',
      quantity: 1,
      unitPrice: 4.5,
      totalPrice: 4.5,
    });
  });

  it('starts an optional item at 0 though the file selects it beforehand', async () => {
    const warn = console.warn;
    const warnings: unknown[] = [];
    console.warn = (text: unknown) => warnings.push(text);
    try {
      const { told } = await mountOffers([buildOffer({ preSelectedQuantity: 2 })]);
      expect(told).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.deep.equal(['preselection-ignored: parking starts at 0, not at 2']);
  });

  it('hashes as Rokt does', async () => {
    const { launcher } = await mountOffers();
    expect(await launcher.hashAttributes!({ email: 'a@b.example' })).to.deep.equal({
      emailsha256: 'ebb18a030bf15174f5714e24d63af1a81355c951ea7389bd2a9bd18e3d0c2477',
    });
  });

  it('once terminated closes what is open and selects no more', async () => {
    const { launcher, mount } = await mountOffers();
    await launcher.terminate!();
    expect(mount.children).to.have.length(0);
    expect(await outcomeOf(launcher.selectPlacements({ attributes: {} }))).to.equal('launcher-rejected');
  });

  it('needs offers or their URL', async () => {
    expect(await outcomeOf(createOffersLauncher({}))).to.equal('TypeError');
  });
});

describe('a partner message', () => {
  it('is always answered: as wished, bounded, refused, or with what is unchanged', async () => {
    const { told, changes, send } = await mountOffers([
      buildOffer({}, { catalogItemId: 'a' }),
      { ...fee, cartItem: { ...fee.cartItem, cartItemId: 'fee-1' } },
      buildOffer({ inventoryStatus: 'OUTOFSTOCK' }, { catalogItemId: 'gone', cartItemId: 'gone-1' }),
    ]);
    expect(told).to.have.length(1);
    await send('fee-1', 0);
    await send('fee-1', 9);
    await send('fee-1', 2);
    await send('fee-1', NaN);
    await send('gone-1', 1);
    expect(changes().slice(1)).to.deep.equal([
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 2],
      [0, 0],
    ]);
    expect(told.at(-1)).to.deep.include({ cartItem: null });
    expect(told.at(-1)!.oldCartItem).to.include({ cartItemId: 'gone-1', quantity: 0 });
    expect(told.slice(1).some(({ origin }) => origin)).to.equal(false);
  });

  it('of another name, or that is no message, is ignored', async () => {
    const { told, selection } = await mountOffers();
    await selection.send('V1_UPDATE', { cartItemId: 'nobody', quantity: 1 });
    for (const data of ['text', null, [], {}, { quantity: 1 }, { cartItemId: '', quantity: 1 }])
      await selection.send('V2_UPDATE_CART_ITEM', data);
    expect(told).to.deep.equal([]);
  });

  it('gives the total exact in the minor unit', async () => {
    const { told, send } = await mountOffers([
      buildOffer({ maximum: 9 }, { cartItemId: 'a', unitPrice: 1.1 }),
    ]);
    await send('a', 3);
    expect(told.at(-1)!.cartItem).to.include({ unitPrice: 1.1, totalPrice: 3.3, providerData: '{}' });
  });
});
