import { expect } from '@open-wc/testing';
import { keys, press } from '../support/gestures.ts';
import { buildOffer } from '../support/mount-offers.ts';
import { reached } from '../support/mount-upsell.ts';
import { holdNetwork, mountOnNetwork } from '../support/offers-network.ts';

describe('a price that has changed', () => {
  const network = { ...holdNetwork() };
  network.restore();

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => network.restore());

  const at = (unitPrice: number, item: object = {}) =>
    buildOffer({}, { cartItemId: 'a', name: 'Parking', unitPrice, ...item });
  const mount = async () => {
    const mounted = await mountOnNetwork(network, [[at(35)]]);
    const card = () => mounted.cards()[0]!;
    await press(mounted.button(card(), 'Add parking'));
    await mounted.settle();
    await mounted.retarget({ productIds: 'b' }, [at(38)]);
    return { ...mounted, card };
  };
  const noticeOn = (card: Element) => card.querySelector('.notice')?.textContent;

  it('is said on the card of who holds it, and not carried over', async () => {
    const { card, element } = await mount();
    expect(card().className).to.contain('repriced');
    expect(noticeOn(card())).to.equal('Price is now $38.00 (was $35.00)');
    expect(element.cartItems[0]).to.include({ unitPrice: 35, totalPrice: 35 });
  });

  it('is kept at the shopper’s word, with what they agreed to', async () => {
    const { card, element, button, settle, events } = await mount();
    button(card(), 'Accept Parking').focus();
    await keys('Enter');
    await settle();
    expect(element.cartItems[0]).to.include({ quantity: 1, unitPrice: 38, totalPrice: 38 });
    const { origin, consent } = events.at(-1)!.detail;
    expect([origin, consent!.text]).to.deep.equal(['shopper', 'Accept Parking: $38.00']);
    expect(card().className).to.contain('added');
    expect(noticeOn(card())).to.equal(undefined);
  });

  it('is removed at the shopper’s word, and offered at the new price from then on', async () => {
    const { card, element, button, settle } = await mount();
    await press(button(card(), 'Remove Parking'));
    await settle();
    expect(element.cartItems).to.deep.equal([]);
    expect(card().querySelector('[part="accept"]')!.textContent).to.contain('$38.00');
  });

  it('is not agreed to by what the page asks for', async () => {
    const { card, element, settle } = await mount();
    await element.updateCartItem({ cartItemId: 'a', quantity: 2 });
    await settle();
    expect(element.cartItems[0]).to.include({ quantity: 2, unitPrice: 35, totalPrice: 70 });
    expect(card().className).to.contain('repriced');
  });

  describe('from one selection to the next', () => {
    const again = async (second: ReturnType<typeof at>, heldItems?: object) => {
      const mounted = await mountOnNetwork(network, [[at(35)]], { identifier: 'cart' });
      await press(mounted.button(mounted.cards()[0]!, 'Add parking'));
      await mounted.settle();
      const { element } = mounted;
      const number = network.asked.length + 1;
      const ready = reached(element, 'placements-ready');
      mounted.events.length = 0;
      Object.assign(element, { identifier: 'payment', ...(heldItems && { heldItems }) });
      const asked = await network.request(number);
      asked.answer([second]);
      await ready;
      await mounted.settle();
      return { ...mounted, asked, card: () => mounted.cards()[0]! };
    };
    const line = { cartItemId: 'line-1', catalogItemId: 'parking', quantity: 1 };

    for (const [what, heldItems] of [
      ['held', undefined],
      ['named by `heldItems`, also with a price of the cart’s own', [{ ...line, unitPrice: 3500 }]],
    ] as const)
      it(`is told of what is ${what}: the price that was held here is the old one`, async () => {
        const { card, element, button, settle, asked } = await again(at(38, { cartItemId: 'b' }), heldItems);
        expect(noticeOn(card())).to.equal('Price is now $38.00 (was $35.00)');
        expect(element.cartItems.map(({ unitPrice, quantity }) => [unitPrice, quantity])).to.deep.equal([
          [35, 1],
        ]);
        expect(Object.keys(asked.body.heldItems![0]!)).to.deep.equal([
          'cartItemId',
          'catalogItemId',
          'quantity',
        ]);
        await press(button(card(), 'Accept Parking'));
        await settle();
        expect(element.cartItems[0]).to.include({ unitPrice: 38, totalPrice: 38, quantity: 1 });
      });

    it('is none where the price is the same', async () => {
      const { card, element } = await again(at(35, { cartItemId: 'b' }));
      expect(card().className).to.contain('added');
      expect(element.cartItems[0]).to.include({ unitPrice: 35, quantity: 1 });
    });

    it('is not told in another currency, nor of what this element has never held', async () => {
      const { card, element } = await again(at(38, { cartItemId: 'b', currency: 'EUR' }));
      expect(card().className).to.contain('added');
      expect(element.cartItems[0]).to.include({ unitPrice: 38, currency: 'EUR' });
      const fresh = await mountOnNetwork(network, [[at(38)]], { heldItems: [line] });
      expect(fresh.cards()[0]!.className).to.contain('added');
      expect(fresh.element.cartItems[0]).to.include({ unitPrice: 38, quantity: 1 });
    });
  });

  describe('of what is required', () => {
    const fee = (unitPrice: number) =>
      buildOffer(
        { minimum: 1, maximum: 1, required: { reason: 'The venue charges it.' } },
        { cartItemId: 'fee', catalogItemId: 'fee', name: 'Facility fee', unitPrice },
      );

    it('is shown and counts once the shopper has agreed; there is nothing to remove', async () => {
      const { cards, element, button, settle, retarget, events } = await mountOnNetwork(network, [
        [fee(4.5)],
      ]);
      const card = () => cards()[0]!;
      await retarget({ productIds: 'b' }, [fee(5)]);
      expect(card().className).to.contain('repriced');
      expect(noticeOn(card())).to.equal('Price is now $5.00 (was $4.50)');
      expect(card().textContent).to.contain('The venue charges it.');
      expect(element.cartItems[0]).to.include({ unitPrice: 4.5, quantity: 1 });
      expect([...card().querySelectorAll('button')].map(({ textContent }) => textContent)).to.deep.equal([
        'Accept',
      ]);
      await press(button(card(), 'Accept Facility fee'));
      await settle();
      expect(element.cartItems[0]).to.include({ unitPrice: 5, totalPrice: 5, quantity: 1 });
      const { origin, change, consent } = events.at(-1)!.detail;
      expect([origin, change, consent!.text]).to.deep.equal([
        'shopper',
        'unchanged',
        'Accept Facility fee: $5.00',
      ]);
      expect(card().className).to.contain('required');
    });
  });
});
