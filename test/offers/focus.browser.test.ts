import { expect } from '@open-wc/testing';
import { focused, keys, press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { holdNetwork, mountOnNetwork } from '../support/offers-network.ts';

const parking = buildOffer({}, { cartItemId: 'a' });
const bag = buildOffer(
  { positiveResponseText: 'Add bag', maximum: 1 },
  { catalogItemId: 'bag', name: 'Bag' },
);
const soldOut = buildOffer({ inventoryStatus: 'OutOfStock' }, { catalogItemId: 'gone', name: 'Shuttle' });

/** The card that the focus is in: never the page, and never nothing. */
function cardOfFocus(): string | undefined {
  return focused()?.closest<HTMLElement>('.card')?.dataset['catalogItemId'];
}

describe('the focus', () => {
  for (const hand of ['mouse', 'keys'] as const) {
    const use = async (button: HTMLElement) => {
      if (hand === 'mouse') return press(button);
      button.focus();
      await keys('Enter');
    };

    it(`stays in the card through all that the ${hand} can do there`, async () => {
      const { button, drawn, root } = await mountOffers([bag, parking]);
      const accept = () =>
        root.querySelector<HTMLElement>('[data-catalog-item-id="parking"] [part~="accept"]')!;
      const decline = () =>
        root.querySelector<HTMLElement>('[data-catalog-item-id="parking"] [part~="decline"]')!;
      for (const [name, find] of [
        ['decline', decline],
        ['show again', () => button('Show again: Parking')],
        ['add', accept],
        ['add one', () => button('Add one Parking')],
        ['remove one', () => button('Remove one Parking')],
        ['remove', () => button('Remove Parking')],
      ] as const) {
        await use(find());
        await drawn.updateComplete;
        expect(cardOfFocus(), name).to.equal('parking');
      }
    });
  }

  it('stays where it is when the language changes, and when the page says other words', async () => {
    const { button, drawn, mount } = await mountOffers([parking, bag]);
    button('Add bag').focus();
    const before = focused();
    mount.lang = 'de';
    await drawn.updateComplete;
    expect(focused()).to.equal(before);
  });

  it('stays in a card whose item the page takes away, or puts in the order', async () => {
    const { button, send } = await mountOffers([bag, parking]);
    button('Add parking').focus();
    await send('a', 2);
    expect(cardOfFocus()).to.equal('parking');
    await send('a', 0);
    expect(cardOfFocus()).to.equal('parking');
  });
});

describe('the focus of offers that go', () => {
  const network = { ...holdNetwork() };
  network.restore();

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => network.restore());

  it('is handed to the neighbour’s name, and to the offers when no card is left', async () => {
    const { element, cards, button, retarget } = await mountOnNetwork(network, [[parking, bag]]);
    button(cards()[1]!, 'Add bag').focus();
    await retarget({ productIds: 'b' }, [parking]);
    expect([cardOfFocus(), focused()!.localName]).to.deep.equal(['parking', 'h3']);
    await retarget({ productIds: 'c' });
    expect(focused()).to.equal(element.querySelector('rokt-upsell-offers'));
  });

  it('stays in a card that is sold out from now on', async () => {
    const there = buildOffer({ positiveResponseText: 'Add shuttle' }, soldOut.cartItem);
    const { cards, button, retarget } = await mountOnNetwork(network, [[there, parking]]);
    button(cards()[0]!, 'Add shuttle').focus();
    await retarget({ productIds: 'b' }, [soldOut, parking]);
    expect(cardOfFocus()).to.equal('gone');
  });
});

describe('an id that is referred to', () => {
  it('is in the same shadow tree, in every state of a card', async () => {
    const fee = buildOffer(
      { minimum: 1, maximum: 3, required: { reason: 'The venue charges it.' } },
      { catalogItemId: 'fee', name: 'Fee' },
    );
    const { root, button, drawn, work } = await mountOffers([parking, bag, soldOut, fee]);
    const check = async () => {
      await drawn.updateComplete;
      for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls'])
        for (const node of root.querySelectorAll(`[${attribute}]`))
          for (const id of node.getAttribute(attribute)!.split(' ').filter(Boolean))
            expect(root.getElementById(id), `${attribute}="${id}"`).to.not.equal(null);
      expect(drawn.getAttributeNames().filter((name) => name.startsWith('aria-'))).to.deep.equal([]);
    };
    await check();
    await press(button('Add parking'));
    await check();
    const field = root.querySelector<HTMLInputElement>('[data-catalog-item-id="parking"] input')!;
    field.focus();
    field.select();
    await keys('9', '9', 'Tab');
    await check();
    await work('a', 'failed');
    await check();
    await press(button('Remove Parking'));
    await check();
  });
});
