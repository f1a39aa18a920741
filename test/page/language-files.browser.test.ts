import { expect } from '@open-wc/testing';
import { openPage } from '../support/scripted-page.ts';

const tag = (file: string) => `<script type="module" src="/script/${file}"></script>`;
const UPSELL =
  '<div lang="de-CH"><rokt-upsell offers-url="/offers/madison-square-garden.json"></rokt-upsell></div>';
/** Writes into the page what stands over the offers that are required, as often as it changes. */
const SHOW = `<output></output><script type="module">
  const told = document.querySelector('output');
  const look = () => {
    const words = document.querySelector('rokt-upsell-offers')?.shadowRoot.querySelector('#required');
    if (words && told.textContent !== words.textContent) told.textContent = words.textContent;
    setTimeout(look, 20);
  };
  look();
</script>`;

describe('a language file by a script tag', () => {
  for (const [name, files] of [
    ['before the element’s', ['messages-de.js', 'rokt-upsell-offers.js']],
    ['after the element’s', ['rokt-upsell-offers.js', 'messages-ja.js', 'messages-de.js']],
    ['twice', ['messages-de.js', 'rokt-upsell-offers.js', 'messages-de.js?again']],
  ] as const)
    it(`${name} is what the offers speak, and leaves nothing behind`, async () => {
      const page = await openPage({ html: UPSELL + files.map(tag).join('') + SHOW });
      const { errors, warnings } = await page.until(({ text }) => text.includes('Erforderlich'));
      expect([errors, warnings]).to.deep.equal([[], []]);
      page.close();
    });

  it('is no trouble to a page without offers of our own', async () => {
    const page = await openPage({ html: UPSELL + tag('messages-de.js') + tag('rokt-upsell.js') });
    const { code, errors } = await page.until(({ phase }) => phase === 'failed');
    expect([code, errors]).to.deep.equal(['offers-missing', []]);
    page.close();
  });
});
