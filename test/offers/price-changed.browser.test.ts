import { expect } from '@open-wc/testing';
import { keys, press } from '../support/gestures.ts';
import { buildOffer } from '../support/mount-offers.ts';
import { holdNetwork, mountOnNetwork } from '../support/offers-network.ts';

describe('a price that has changed', () => {
  const network = { ...holdNetwork() };
  network.restore();

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => network.restore());

  const at = (unitPrice: number) => buildOffer({}, { cartItemId: 'a', name: 'Parking', unitPrice });
  const mount = async () => {
    const mounted = await mountOnNetwork(network, [[at(35)]]);
    const card = () => mounted.cards()[0]!;
    await press(mounted.button(card(), 'Add parking'));
    await mounted.settle();
    await mounted.retarget({ productIds: 'b' }, [at(38)]);
    return { ...mounted, card };
  };

  it('is said on the card of who holds it, and not carried over', async () => {
    const { card, element } = await mount();
    expect(card().className).to.contain('repriced');
    expect(card().querySelector('.notice')!.textContent).to.equal('Price is now $38.00 (was $35.00)');
    expect(element.cartItems[0]).to.include({ unitPrice: 35, totalPrice: 35 });
  });

  it('is kept at the shopper’s word, with what they agreed to', async () => {
    const { card, element, button, settle, events } = await mount();
    button(card(), 'Keep Parking').focus();
    await keys('Enter');
    await settle();
    expect(element.cartItems[0]).to.include({ quantity: 1, unitPrice: 38, totalPrice: 38 });
    const { origin, consent } = events.at(-1)!.detail as unknown as {
      origin: string;
      consent: { text: string };
    };
    expect([origin, consent.text]).to.deep.equal(['shopper', 'Keep Parking: $38.00']);
    expect(card().className).to.contain('added');
    expect(card().querySelector('.notice')).to.equal(null);
  });

  it('is removed at the shopper’s word, and offered at the new price from then on', async () => {
    const { card, element, button, settle } = await mount();
    await press(button(card(), 'Remove Parking'));
    await settle();
    expect(element.cartItems).to.deep.equal([]);
    expect(card().querySelector('[part="accept"]')!.textContent).to.contain('$38.00');
  });
});
