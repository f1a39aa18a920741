import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import { until } from '../support/until.ts';
import { reached } from '../support/mount-upsell.ts';

const root = document.documentElement;
const pale = '#ffe9a0';

describe('a theme whose contrast is too low', () => {
  const { warn } = console;
  const warnings: string[] = [];
  before(async () => {
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    root.style.colorScheme = 'light';
    await import('../../src/offers/contrast/check-contrast.ts');
  });
  afterEach(() => {
    warnings.length = 0;
    root.removeAttribute('style');
  });
  after(() => {
    console.warn = warn;
  });

  /** An element with offers, in this place. */
  const show = async (place: ParentNode) => {
    const upsell = document.createElement('rokt-upsell');
    upsell.offersUrl = '/test/support/parking-offers.json';
    const ready = reached(upsell, 'placements-ready');
    place.append(upsell);
    await ready;
  };
  /** Resolves when all that was to be looked at by now was looked at. */
  const looked = async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  };

  it('is silent where there is none', async () => {
    await show(await fixture(html`<div></div>`));
    await looked();
    expect(warnings).to.deep.equal([]);
  });

  it('is told once, by the names of the tokens, however many offers there are', async () => {
    root.style.cssText = `color-scheme: light; --rokt-upsell-accent: ${pale}`;
    const place = await fixture(html`<div></div>`);
    await show(place);
    await until(() => warnings.length > 0);
    expect(warnings).to.deep.equal([
      [
        '<rokt-upsell>: too little contrast',
        `--rokt-upsell-on-accent (#ffffff) on --rokt-upsell-accent (${pale}): 1.2:1, at least 4.5:1 is needed`,
        `--rokt-upsell-accent (${pale}) on --rokt-upsell-surface (#ffffff): 1.2:1, at least 3:1 is needed`,
      ].join('\n'),
    ]);
    await show(place);
    root.setAttribute('data-theme', 'again');
    await looked();
    expect(warnings).to.have.length(1);
    root.removeAttribute('data-theme');
  });

  it('is told when the page changes its theme, with offers in a shadow tree too', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const shadow = place.attachShadow({ mode: 'open' });
    await show(shadow);
    await looked();
    expect(warnings).to.deep.equal([]);
    root.style.cssText = 'color-scheme: light; --rokt-upsell-control-border: #ddd';
    await until(() => warnings.length > 0);
    expect(warnings.join()).to.contain('--rokt-upsell-control-border (#dddddd) on --rokt-upsell-surface');
  });
});
