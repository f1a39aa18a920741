import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import { openPage } from '../support/scripted-page.ts';
import { reached } from '../support/mount-upsell.ts';
import { block, readMarkup, runModule } from '../support/run-block.ts';
import { until } from '../support/until.ts';

/** Offers on a page in a language; gives what they are drawn in. */
async function showOffers(lang = 'en', element = document.createElement('rokt-upsell')) {
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  parent.lang = lang;
  if (!element.hasAttribute('offers-url')) element.offersUrl = '/test/support/parking-offers.json';
  const ready = reached(element, 'placements-ready');
  parent.append(element);
  await ready;
  const offers = element.querySelector('rokt-upsell-offers')!;
  const words = () => offers.shadowRoot!.textContent.replace(/\s+/g, ' ');
  return { element, offers, words };
}

describe('the samples of docs/languages.md', () => {
  it('have offers in German by an import', async () => {
    const { words } = await showOffers('de');
    expect(words()).to.contain('Add to your order');
    await runModule(await block('/docs/languages.md', 0, 'js'));
    await until(() => !words().includes('Add to your order'));
    expect(words()).to.contain('Bestellung');
  });

  it('have them by script tags', async () => {
    const tags = (await block('/docs/languages.md', 1, 'html')).replaceAll('…/', '/script/');
    const offers = '<rokt-upsell offers-url="/offers/madison-square-garden.json"></rokt-upsell>';
    const tell = `<output></output><script type="module">
      const look = () => {
        const words = document.querySelector('rokt-upsell-offers')?.shadowRoot.querySelector('#required');
        document.querySelector('output').textContent = words?.textContent;
        setTimeout(look, 20);
      };
      look();
    </script>`;
    const page = await openPage({ html: `<div lang="de">${offers}</div>${tags}${tell}` });
    const { errors } = await page.until(({ text }) => text.includes('Erforderlich'));
    expect(errors).to.deep.equal([]);
    page.close();
  });

  it('have words of the shop’s own', async () => {
    const text = await block('/docs/languages.md', 2, 'ts');
    const withoutTypes = text
      .replace(/^import type .*\n/, '')
      .replace(': Partial<OfferMessages>', '')
      .replace(')!.', ').');
    const { words } = await showOffers();
    await runModule(withoutTypes);
    await until(() => words().includes('Make it complete'));
    expect(words()).not.to.contain('Add to your order');
  });

  it('have another language, and English where it says nothing', async () => {
    const { words } = await showOffers('pt-BR');
    await runModule(await block('/docs/languages.md', 3, 'js'));
    await until(() => words().includes('Adicione ao seu pedido'));
  });
});

it('the markup of docs/offers-json.md asks for its file', async () => {
  const { element, scripts } = readMarkup(await block('/docs/offers-json.md', 0, 'html'));
  expect(scripts[0]?.getAttribute('src')).to.equal('/script/rokt-upsell-offers.js');
  const file = await block('/docs/offers-json.md', 1, 'json');
  const { fetch: network } = window;
  const asked: string[] = [];
  window.fetch = async (input) => {
    asked.push(new URL(input instanceof Request ? input.url : input, location.href).pathname);
    return new Response(file);
  };
  try {
    const { offers } = await showOffers('en', element);
    expect(offers.shadowRoot!.querySelectorAll('.card')).to.have.length(4);
  } finally {
    window.fetch = network;
  }
  expect(asked).to.deep.equal(['/offers.json']);
});

describe('the samples of docs/theming.md', () => {
  it('are a green page that can be read', async () => {
    const style = document.createElement('style');
    // On the dark green page that it is for.
    style.textContent = `body { background: #123d2c; color: #f3ead7 } ${await block('/docs/theming.md', 0, 'css')}`;
    document.head.append(style);
    const { offers } = await showOffers();
    const accept = offers.shadowRoot!.querySelector('[part~=accept]')!;
    expect(getComputedStyle(accept).backgroundColor).to.equal('rgb(233, 196, 106)');
    const { lowContrasts } = await import('../../src/offers/contrast/check-contrast.ts');
    expect(lowContrasts(offers)).to.deep.equal([]);
    style.remove();
  });

  it('tell of colours that are too much alike, in the very words of the page', async () => {
    const tag = (await block('/docs/theming.md', 1, 'html')).replace('…/', '/script/');
    const words = await block('/docs/theming.md', 2, '');
    const style = '<style>:root { color-scheme: light; --rokt-upsell-accent: #ffe9a0 }</style>';
    const offers = '<rokt-upsell offers-url="/offers/madison-square-garden.json"></rokt-upsell>';
    const script = '<script type="module" src="/script/rokt-upsell-offers.js"></script>';
    const page = await openPage({ html: style + offers + script + tag });
    const { warnings } = await page.until((state) => state.warnings.length > 0);
    expect(warnings).to.deep.equal([words]);
    page.close();
  });
});
