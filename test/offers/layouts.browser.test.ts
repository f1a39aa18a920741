import { expect } from '@open-wc/testing';
import { keys, press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { until } from '../support/until.ts';

const word = 'Reiserücktrittskostenversicherungsbedingungen'.repeat(2);
const image = { url: '/demo/assets/images/parking.svg' };
const offersOf = (count: number, text = 'Parking') =>
  Array.from({ length: count }, (_, n) =>
    buildOffer(
      {
        images: [image],
        seller: text,
        taxNote: text,
        terms: { url: '/terms', label: text },
        positiveResponseText: text,
        negativeResponseText: text,
      },
      { catalogItemId: `p${n}`, cartItemId: `p${n}`, name: text, description: text },
    ),
  );
/** In a narrow window from the start: a list that becomes narrower may snap to another card. */
const mountCarousel = async (offers: Parameters<typeof mountOffers>[0]) => {
  document.body.style.inlineSize = '360px';
  const mounted = await mountOffers(offers, {}, { layout: 'carousel' });
  // A window that nobody sees need not animate anything.
  mounted.root.querySelector<HTMLElement>('.optional')!.style.scrollBehavior = 'auto';
  return mounted;
};
const layouts = ['list', 'compact', 'hero', 'carousel'] as const;

describe('a layout', () => {
  afterEach(() => document.body.removeAttribute('style'));

  for (const [count, layout] of [
    [1, 'hero'],
    [2, 'list'],
    [3, 'compact'],
    [9, 'compact'],
  ] as const)
    it(`of its own accord is ${layout} for ${count}`, async () => {
      const { root } = await mountOffers(offersOf(count));
      expect(root.querySelector('section')!.className).to.equal(layout);
    });

  it('is a list where a carousel has fewer than four', async () => {
    const { root } = await mountOffers(offersOf(3), {}, { layout: 'carousel' });
    expect(root.querySelector('section')!.className).to.equal('list');
  });

  for (const layout of layouts)
    for (const [width, fontSize] of [
      [280, '1rem'],
      [320, '1rem'],
      [360, '2rem'],
      [900, '1rem'],
    ] as const)
      it(`makes nothing wider than it may be, whatever words it has: ${layout}, ${width} px, ${fontSize}`, async () => {
        const offers = { placements: [{ placementId: 'p', title: word, offers: offersOf(4, word) }] };
        const { mount, drawn, root, send } = await mountOffers([], {}, { layout, offers });
        mount.style.cssText = `inline-size: ${width}px; --rokt-upsell-font-size: ${fontSize}`;
        await send('p0', 2);
        expect(drawn.scrollWidth).to.be.at.most(width);
        for (const card of root.querySelectorAll('.card')) {
          const { right } = card.getBoundingClientRect();
          for (const inside of card.querySelectorAll('button, a, h3, p, input'))
            expect(inside.getBoundingClientRect().right, inside.outerHTML.slice(0, 90)).to.be.at.most(
              right + 1,
            );
        }
      });

  for (const layout of layouts)
    it(`has nothing to press that is smaller than 44 px: ${layout}`, async () => {
      const { mount, root, send } = await mountOffers(offersOf(4), {}, { layout });
      mount.style.inlineSize = '360px';
      await send('p0', 2);
      for (const control of root.querySelectorAll('button, a, input, summary')) {
        if (!control.checkVisibility()) continue;
        const { height, width } = control.getBoundingClientRect();
        expect(height, control.outerHTML.slice(0, 90)).to.be.at.least(43.9);
        if (control.localName !== 'a' && control.localName !== 'summary') expect(width).to.be.at.least(43.9);
      }
    });

  it('carousel opens at its first offer, each time anew', async () => {
    for (let time = 1; time <= 6; time++) {
      const { root, mount } = await mountCarousel(offersOf(5));
      await new Promise(requestAnimationFrame);
      const list = root.querySelector('.optional')!;
      expect([time, list.scrollLeft]).to.deep.equal([time, 0]);
      mount.remove();
    }
  });

  for (const [hand, pressWith] of Object.entries({ 'the Enter key': pressEnter, 'the mouse': press }))
    it(`carousel turns by ${hand}, and says where it is`, async () => {
      const { root, button } = await mountCarousel(offersOf(5));
      const place = () => root.querySelector('.place')!.textContent;
      expect(place()).to.equal('1 of 5');
      await pressWith(button('Next offer'));
      await until(() => place() === '2 of 5');
      await pressWith(button('Previous offer'));
      await until(() => place() === '1 of 5');
    });

  it('carousel has nothing in it that is required', async () => {
    const fee = buildOffer(
      { minimum: 1, maximum: 1, required: { reason: 'So it is.' } },
      { catalogItemId: 'fee' },
    );
    const { root } = await mountCarousel([...offersOf(4), fee]);
    expect(root.querySelector('.optional')!.children).to.have.length(4);
  });
});

async function pressEnter(button: HTMLElement): Promise<void> {
  button.focus();
  await keys('Enter');
}
