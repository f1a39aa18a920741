import { expect } from '@open-wc/testing';
import { keys, press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';

describe('what stands in the field after typing', () => {
  const mount = async (offer: object = {}) => {
    const mounted = await mountOffers([buildOffer(offer, { cartItemId: 'a' })], {
      heldItems: [{ cartItemId: 'x', catalogItemId: 'parking', quantity: 2 }],
    });
    const field = mounted.root.querySelector('input')!;
    const type = async (text: string) => {
      field.focus();
      field.value = text;
      // A last key by hand, so that the browser itself tells of the change.
      await keys(' ', 'Tab');
      await mounted.drawn.updateComplete;
    };
    return { ...mounted, field, type };
  };

  for (const [typed, held] of [
    ['02', 2],
    ['3', 3],
    [' 3', 3],
    ['３', 3],
    ['٣', 3],
    ['۳', 3],
    ['३', 3],
    ['𝟑', 3],
    ['三', 2],
    ['3e0', 2],
    ['0x3', 2],
    ['', 2],
    ['99', 2],
  ] as const)
    it(`is what is held: ${held} after "${typed}"`, async () => {
      const { field, type, told } = await mount();
      await type(typed);
      expect(field.value).to.equal(String(held));
      expect(told.at(-1)!.cartItem!.quantity).to.equal(held);
    });

  it('is what is held of a sold-out item', async () => {
    const { field, type } = await mount({ inventoryStatus: 'OutOfStock' });
    await type('4');
    expect(field.value).to.equal('2');
  });

  it('is what is held where a script has typed', async () => {
    const { field, told } = await mount();
    field.value = '4';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect([field.value, told.length]).to.deep.equal(['2', 1]);
  });
});

describe('a card', () => {
  it('says what a price was, in words that are read out', async () => {
    const { card } = await mountOffers([buildOffer({ originalPrice: 42 })]);
    expect(card().querySelector('.price')!.textContent).to.contain('was $42.00');
  });

  it('says why it is required, also where more of it can be had', async () => {
    const required = { reason: 'The venue charges it.' };
    const { card } = await mountOffers([buildOffer({ minimum: 1, maximum: 3, required })]);
    expect(card().textContent.split('The venue charges it.')).to.have.length(2);
    expect(card().querySelector('input')!.value).to.equal('1');
  });

  it('warns once of a script that clicks in the shopper’s place', async () => {
    const { warn } = console;
    const warned: unknown[] = [];
    console.warn = (text: unknown) => warned.push(text);
    try {
      const { button, told } = await mountOffers();
      button('Add parking').click();
      button('No, thanks').click();
      expect(told).to.deep.equal([]);
      // It may have warned in this page before.
      expect(warned.length).to.be.below(2);
      await press(button('Add parking'));
      expect(told).to.have.length(1);
    } finally {
      console.warn = warn;
    }
  });
});
