import { expect } from '@open-wc/testing';
import '../../src/define.ts';
import { contrastRatio } from '../../src/offers/contrast/contrast-ratio.ts';
import { lowContrasts } from '../../src/offers/contrast/low-contrasts.ts';
import { mountOffers } from '../support/mount-offers.ts';

const root = document.documentElement;

/** Offers on a page with these properties, and which tokens are too much alike there. */
async function check(properties: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
  const { drawn } = await mountOffers();
  const found = lowContrasts(drawn);
  const short = (name: string) => name.replace('--rokt-upsell-', '');
  return { drawn, found, pairs: found.map(({ token, on }) => `${short(token)} on ${short(on)}`) };
}

describe('the contrasts of the offers', () => {
  afterEach(() => root.removeAttribute('style'));

  for (const scheme of ['light', 'dark'])
    it(`are high enough as they come: ${scheme}`, async () => {
      const { found } = await check({ 'color-scheme': scheme });
      expect(found).to.deep.equal([]);
    });

  for (const theme of ['green', 'night', 'paper'])
    it(`are high enough in a shop’s theme: ${theme}`, async () => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
      const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
      link.href = `/demo/themes/${theme}.css`;
      document.head.append(link);
      await loaded;
      const { found } = await check({});
      link.remove();
      expect(found).to.deep.equal([]);
    });

  it('are too low with an accent that is too pale, in its words and at its edge', async () => {
    const { found, pairs } = await check({ 'color-scheme': 'light', '--rokt-upsell-accent': '#ffe9a0' });
    expect(pairs).to.deep.equal(['on-accent on accent', 'accent on surface']);
    const [words, edge] = found;
    expect(words).to.deep.include({
      token: '--rokt-upsell-on-accent',
      on: '--rokt-upsell-accent',
      needed: 4.5,
    });
    expect(words!.colours).to.deep.equal(['#ffffff', '#ffe9a0']);
    expect(words!.ratio).to.be.within(1.19, 1.21);
    expect(edge!.needed).to.equal(3);
    const mended = await check({ '--rokt-upsell-on-accent': '#000' });
    expect(mended.pairs).to.deep.equal(['accent on surface']);
  });

  it('are too low on a dark page with a light surface, but not where its own text is light’s too', async () => {
    const { pairs } = await check({
      'color-scheme': 'dark',
      '--rokt-upsell-surface': '#fff',
    });
    expect(pairs).to.deep.equal([
      'text on surface',
      'text-muted on surface',
      'danger on surface',
      // It is the text's, and on-accent the surface's.
      'on-accent on accent',
      'accent on surface',
      'focus on surface',
    ]);
  });

  it('are too low for what stands on the page itself and does not fit it', async () => {
    root.style.colorScheme = 'light';
    document.body.style.background = '#123';
    expect((await check({})).pairs).to.deep.equal(['heading on the page', 'focus on the page']);
    expect((await check({ '--rokt-upsell-heading': '#fff' })).pairs).to.deep.equal(['focus on the page']);
    document.body.style.background = 'linear-gradient(#123, #456)';
    expect((await check({ '--rokt-upsell-heading': '#123' })).pairs, 'nobody knows').to.deep.equal([]);
    document.body.removeAttribute('style');
  });

  it('are those of what shows through', async () => {
    root.style.colorScheme = 'light';
    const { found } = await check({ '--rokt-upsell-text': 'rgb(0 0 0 / 40%)' });
    expect(found.find(({ on }) => on === '--rokt-upsell-surface')!.colours[0]).to.equal('#999999');
    const through = await check({
      '--rokt-upsell-text': 'oklch(25% 0.05 270)',
      '--rokt-upsell-surface': 'color-mix(in srgb, black 80%, transparent)',
    });
    expect(through.found[0]).to.deep.include({ token: '--rokt-upsell-text', on: '--rokt-upsell-surface' });
    expect(through.found[0]!.colours[1]).to.equal('#333333');
  });

  it('leave the offers as they are', async () => {
    const { drawn } = await mountOffers();
    const before = drawn.shadowRoot!.innerHTML;
    lowContrasts(drawn);
    expect(drawn.shadowRoot!.innerHTML).to.equal(before);
  });

  it('are not told of offers that are on no page', () => {
    expect(lowContrasts(document.createElement('rokt-upsell-offers'))).to.deep.equal([]);
  });

  it('count as WCAG counts them', () => {
    const grey = (value: number) => [value, value, value] as const;
    expect(contrastRatio(grey(0), grey(255))).to.be.closeTo(21, 1e-9);
    expect(contrastRatio(grey(255), grey(255))).to.equal(1);
    // The greys of the understanding documents, on either side of the bound.
    expect(contrastRatio(grey(0x76), grey(255))).to.be.within(4.5, 4.6);
    expect(contrastRatio(grey(0x77), grey(255))).to.be.below(4.5);
  });
});
