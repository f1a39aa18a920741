import { expect } from '@open-wc/testing';
import { keys, press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';

const fee = buildOffer(
  { minimum: 1, maximum: 1, required: { reason: 'The venue charges it.' } },
  { catalogItemId: 'fee', name: 'Fee' },
);

describe('what a shopper sees', () => {
  it('is the price of one, of all, before, and what belongs to it', async () => {
    const { card, send } = await mountOffers([
      buildOffer(
        {
          originalPrice: 42,
          taxNote: 'incl. tax',
          seller: 'Sold by Garages',
          terms: { url: '/terms', label: 'Parking terms' },
          images: [{ url: '/test/support/no-such-image.svg', alt: 'A garage' }],
        },
        { cartItemId: 'a', description: 'Close by' },
      ),
    ]);
    await send('a', 3);
    const text = card().textContent.replace(/\s+/g, ' ');
    for (const part of [
      'Parking',
      'Close by',
      '$42.00',
      '$35.10',
      'incl. tax',
      'Sold by Garages',
      'Total $105.30',
    ]) {
      expect(text).to.contain(part);
    }
    expect(card().querySelector('a')).to.include({ target: '_blank', rel: 'noopener' });
    expect(card().querySelector('img')!.alt).to.equal('A garage');
  });

  it('is in the page’s language of numbers and the currency’s own minor unit', async () => {
    for (const [currency, unitPrice, shown] of [
      ['JPY', 500, '¥500'],
      ['HUF', 1990.5, 'HUF 1,990.50'],
      ['IQD', 1990.5, 'IQD 1,990.500'],
    ] as const) {
      const { mount } = await mountOffers([buildOffer({}, { currency, unitPrice })]);
      const text = mount.querySelector('rokt-upsell-offers')!.shadowRoot!.textContent.replace(/\s/g, ' ');
      expect(text).to.contain(shown);
    }
  });

  it('is required under its own heading with the reason, and sold out without a button', async () => {
    const soldOut = buildOffer({ inventoryStatus: 'OutOfStock' }, { catalogItemId: 'gone', name: 'Shuttle' });
    const { root, card } = await mountOffers([fee, soldOut]);
    expect(root.querySelector('#required')!.textContent).to.equal('Required');
    expect(card('fee').textContent).to.contain('The venue charges it.');
    expect(card('gone').textContent).to.contain('Sold out');
    expect(card('gone').querySelector('button')).to.equal(null);
  });

  it('of a linked item is its quantity as in the cart, without a field', async () => {
    const care = buildOffer(
      { maximum: 10 },
      {
        cartItemId: 'c',
        catalogItemId: 'care',
        name: 'Care',
        linkedProductId: 'laptop',
        quantityMustBeSynchronized: true,
      },
    );
    const { root, card, send, told, button } = await mountOffers([care]);
    await send('c', 2);
    expect(card('care').textContent).to.contain('2 – one for each in your cart');
    expect(root.querySelector('input')).to.equal(null);
    expect(told[0]!.cartItem).to.include({ linkedProductId: 'laptop', quantityMustBeSynchronized: true });
    await press(button('Remove Care'));
    expect(told.at(-1)!.cartItem).to.equal(null);
  });

  it('is not told of a link that the page opens itself', async () => {
    const offer = buildOffer({ terms: { url: '#terms' } });
    const { card, messages } = await mountOffers([offer], {}, { overrideLinkNavigation: true });
    card().querySelector('a')!.focus();
    await keys('Enter');
    expect(messages).to.contain('LINK_NAVIGATION_REQUEST');
  });
});
