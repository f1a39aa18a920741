import { expect } from '@open-wc/testing';
import { contrastRatio, type Rgb } from '../../src/offers/contrast/contrast-ratio.ts';
import type { Offer } from '../../src/offers/index.ts';
import { keys, press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { warningsOf } from '../support/warnings.ts';

const fee = buildOffer(
  { minimum: 1, maximum: 1, required: { reason: 'The venue charges it.' } },
  { catalogItemId: 'fee', name: 'Fee' },
);
const long = 'Protect this order with the plan that covers everything';
const offers: readonly (readonly [string, Partial<Offer>])[] = [
  ['short words', {}],
  ['a long word on Add', { positiveResponseText: long }],
  ['a long word on No', { negativeResponseText: long }],
];
const themes: readonly (readonly [string, string])[] = [
  ['light', 'color-scheme: light'],
  ['dark', 'color-scheme: dark'],
  ['a brand', '--rokt-upsell-accent: #b00; --rokt-upsell-on-accent: #fff; --rokt-upsell-button-radius: 99px'],
  ['large text', 'font-size: 200%; --rokt-upsell-font-size: 2rem'],
];

describe('the law, as code', () => {
  it('no pre-selection: an optional offer starts at 0 whatever the catalogue says, and that is told', async () => {
    const warned = await warningsOf(async () => {
      const { told, card } = await mountOffers([buildOffer({ preSelectedQuantity: 2 })]);
      expect(told).to.deep.equal([]);
      expect(card().className).to.contain('available');
    });
    expect(warned.join('\n')).to.contain('preselection-ignored: parking starts at 0, not at 2');
  });

  it('a mandatory charge says why, once, shows its price, and counts from the start', async () => {
    const { card, told, root } = await mountOffers([buildOffer(), fee]);
    expect(told).to.have.length(1);
    expect(told[0]!.cartItem).to.include({ quantity: 1, totalPrice: 35.1 });
    expect(told[0]!.origin).to.equal('requirement');
    const { textContent } = card('fee');
    expect(textContent.split('The venue charges it.')).to.have.length(2);
    expect(textContent).to.contain('$35.10').and.to.contain('Included in every order');
    expect(card('fee').querySelector('button, input')).to.equal(null);
    expect(root.querySelectorAll('[part="required-heading"]')).to.have.length(1);
  });

  for (const [theme, style] of themes)
    for (const [words, offer] of offers)
      for (const width of [280, 360, 720])
        it(`accept and decline are equal: ${theme}, ${words}, ${width} px`, async () => {
          const { mount, root, drawn } = await mountOffers([
            buildOffer(offer),
            buildOffer({}, { catalogItemId: 'b' }),
          ]);
          mount.style.cssText = `inline-size: ${width}px; ${style}`;
          await drawn.updateComplete;
          const accept = root.querySelector<HTMLElement>('[part="accept"]')!;
          const decline = root.querySelector<HTMLElement>('[part="decline"]')!;
          const [one, other] = [accept, decline].map((button) => button.getBoundingClientRect());
          expect(one!.width).to.be.closeTo(other!.width, 1);
          expect(one!.height).to.be.closeTo(other!.height, 1);
          expect(one!.height).to.be.at.least(44);
          const [font, otherFont] = [accept, decline].map((button) => getComputedStyle(button));
          expect(font!.fontSize).to.equal(otherFont!.fontSize);
          expect(font!.fontWeight).to.equal(otherFont!.fontWeight);
          expect([accept.tabIndex, decline.tabIndex]).to.deep.equal([0, 0]);
          for (const button of [accept, decline]) expect(contrastOf(button)).to.be.at.least(4.5);
        });

  it('accept is followed by decline in the tab order', async () => {
    const { root, button } = await mountOffers();
    button('Add parking').focus();
    await keys('Tab');
    expect(root.activeElement).to.equal(button('No, thanks'));
  });

  it('the one decline of a compact list is of the size of its accepts, and declines what is open', async () => {
    const three = ['a', 'b', 'c'].map((catalogItemId) =>
      buildOffer({ negativeResponseText: 'No' }, { catalogItemId }),
    );
    const { mount, root, button, drawn, told } = await mountOffers(three);
    mount.style.inlineSize = '360px';
    const [one, other] = [root.querySelector('[part="accept"]')!, button('No, thanks')].map((control) =>
      control.getBoundingClientRect(),
    );
    expect([one!.width, one!.height]).to.deep.equal([other!.width, other!.height]);
    await press(button('No, thanks'));
    await drawn.updateComplete;
    expect(root.querySelectorAll('.declined')).to.have.length(3);
    expect(button('No, thanks')).to.equal(undefined);
    expect(told).to.deep.equal([]);
  });

  it('a declined offer is not asked again in the session', async () => {
    const item = { catalogItemId: 'declined-by-law' };
    const { button } = await mountOffers([buildOffer({}, item)]);
    await press(button('No, thanks'));
    const again = await mountOffers([buildOffer({}, item)]);
    expect(again.card('declined-by-law').className).to.contain('declined');
  });

  it('origin and consent are true: the shopper’s word is what was on the button, the page’s has none', async () => {
    const { button, told, send } = await mountOffers([buildOffer({}, { cartItemId: 'a' })]);
    await press(button('Add parking'));
    await send('a', 2);
    expect(told[0]).to.deep.include({ origin: 'shopper' });
    expect(told[0]!.consent!.text).to.equal('Add parking: Parking, $35.10');
    expect([told[1]!.origin, told[1]!.consent]).to.deep.equal([undefined, undefined]);
  });

  it('there is no timer, no scarcity and no struck price without words', async () => {
    const { card } = await mountOffers([buildOffer({ originalPrice: 42, inventoryStatus: 'LowStock' })]);
    expect(card().textContent).to.not.match(/only|hurry|left|last|min|sec/i);
    expect(card().querySelector('s, del')).to.equal(null);
    expect(card().textContent).to.contain('was $42.00');
  });
});

/** The contrast of a control's text with what is behind it. */
function contrastOf(element: HTMLElement): number {
  const { color, backgroundColor } = getComputedStyle(element);
  let behind = backgroundColor;
  for (let node: Element | null = element; node && isClear(behind); node = node.parentElement)
    behind = getComputedStyle(node).backgroundColor;
  return contrastRatio(rgbOf(color), rgbOf(behind));
}

function isClear(color: string): boolean {
  return /^rgba\(.*, 0\)$|\/ 0\)$/.test(color);
}

function rgbOf(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = Array.from(color.matchAll(/[\d.]+/g), Number);
  return [red, green, blue];
}
