import { expect } from '@open-wc/testing';
import type { HeldItem } from '../../src/model/index.ts';
import type { Offer } from '../../src/offers/index.ts';
import { press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';

const fee = buildOffer(
  { minimum: 2, maximum: 3, required: { reason: 'The venue charges it.' } },
  { catalogItemId: 'fee', name: 'Fee', unitPrice: 4.5 },
);
const held = (quantity: number, more: object = {}): HeldItem => ({
  cartItemId: 'last-time',
  catalogItemId: 'parking',
  quantity,
  ...more,
});
const open = (offers: readonly Offer[], ...heldItems: unknown[]) =>
  mountOffers(offers, { heldItems: heldItems as HeldItem[] });

describe('what the page’s cart holds', () => {
  it('is in the order from the start, under a new id, and is no new sale', async () => {
    const { told, messages, card, button } = await open([buildOffer()], held(3));
    expect(told).to.have.length(1);
    expect(Object.keys(told[0]!).sort()).to.deep.equal(['cartItem', 'oldCartItem', 'origin']);
    expect(told[0]).to.deep.include({ oldCartItem: null, origin: 'selection' });
    const { cartItemId, ...item } = told[0]!.cartItem!;
    expect(item).to.include({ catalogItemId: 'parking', quantity: 3, unitPrice: 35.1, totalPrice: 105.3 });
    expect(cartItemId).to.not.equal('last-time');
    expect(messages).to.deep.equal([]);
    expect(card().className).to.contain('added');
    expect(button('Add one Parking')).to.be.instanceOf(HTMLButtonElement);
  });

  it('is the shopper’s to change as if it had been added here', async () => {
    const { told, changes, button } = await open([buildOffer()], held(1));
    await press(button('Remove Parking'));
    expect(changes()).to.deep.equal([
      [0, 1],
      [1, 0],
    ]);
    expect(told[1]!.origin).to.equal('shopper');
    expect(told[1]!.oldCartItem!.cartItemId).to.equal(told[0]!.cartItem!.cartItemId);
  });

  it('is at most what the offer allows, and of a sold-out one what is held', async () => {
    expect((await open([buildOffer()], held(99))).changes()).to.deep.equal([[0, 4]]);
    const soldOut = buildOffer({ inventoryStatus: 'OutOfStock' });
    expect((await open([soldOut], held(2))).changes()).to.deep.equal([[0, 2]]);
    expect((await open([soldOut], held(9))).changes()).to.deep.equal([[0, 4]]);
  });

  it('is found by the product and the one that it is linked to, ids compared as text', async () => {
    const care = (linkedProductId: string) => buildOffer({}, { catalogItemId: '42', linkedProductId });
    const { told } = await open(
      [care('1'), care('2'), buildOffer()],
      held(1, { cartItemId: 7, catalogItemId: 42, linkedProductId: 2 }),
      held(2, { catalogItemId: '42' }),
      held(3, { linkedProductId: '1' }),
    );
    expect(told.map(({ cartItem }) => [cartItem!.linkedProductId, cartItem!.quantity])).to.deep.equal([
      ['2', 1],
    ]);
  });

  it('of one product on several lines is their sum', async () => {
    const { changes, send } = await open([buildOffer()], held(1), held(2, { cartItemId: 'other' }));
    await send('other', 4);
    await send('last-time', 2);
    expect(changes()).to.deep.equal([
      [0, 3],
      [3, 4],
      [4, 2],
    ]);
  });

  it('counts where it was declined before', async () => {
    const item = { catalogItemId: 'declined-and-held' };
    const first = await mountOffers([buildOffer({}, item)]);
    await press(first.button('No, thanks'));
    const { card } = await open([buildOffer({}, item)], held(1, item));
    expect(card(item.catalogItemId).className).to.contain('added');
  });

  it('is not told where it is nothing, or is offered no more', async () => {
    const { told } = await open([buildOffer()], held(0), held(3, { catalogItemId: 'shuttle' }));
    expect(told).to.deep.equal([]);
  });

  it('is passed over where it makes no sense, entry by entry', async () => {
    const nonsense = [
      null,
      7,
      'parking',
      [],
      {},
      { catalogItemId: 'parking', quantity: 1 },
      { cartItemId: 'last-time', quantity: 1 },
      held(-1),
      held(1.5),
      held(NaN),
      { ...held(1), quantity: '1' },
      held(1, { linkedProductId: {} }),
    ];
    expect((await open([buildOffer()], ...nonsense)).told).to.deep.equal([]);
    expect((await open([buildOffer()], ...nonsense, held(2))).changes()).to.deep.equal([[0, 2]]);
    for (const heldItems of ['no list', {}, null, 7] as never[])
      expect((await mountOffers([buildOffer()], { heldItems })).told).to.deep.equal([]);
  });

  it('is `heldItems` alone: no attribute, and nothing that the offers say, preselects', async () => {
    const cartItems = JSON.stringify([held(3)]);
    const preset = { ...buildOffer(), openingQuantity: 2, quantity: 2 };
    const { told, card } = await mountOffers([preset], { attributes: { cartItems } });
    expect(told).to.deep.equal([]);
    expect(card().className).to.contain('available');
  });

  it('of a required item is at least its minimum, and the requirement’s where it was too few', async () => {
    const feeHeld = (quantity: number) => open([fee], held(quantity, { catalogItemId: 'fee' }));
    for (const [quantity, opening, origin] of [
      [0, 2, 'requirement'],
      [1, 2, 'requirement'],
      [2, 2, 'selection'],
      [3, 3, 'selection'],
      [9, 3, 'selection'],
    ] as const) {
      const { told, changes } = await feeHeld(quantity);
      expect(changes(), `${quantity} held`).to.deep.equal([[0, opening]]);
      expect(told[0], `${quantity} held`).to.deep.include({ oldCartItem: null, origin });
      expect(told[0]).to.not.have.property('consent');
    }
  });
});
