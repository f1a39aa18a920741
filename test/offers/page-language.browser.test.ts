import { expect, fixture, html } from '@open-wc/testing';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { buildOffer } from '../support/mount-offers.ts';
import { holdNetwork, mountOnNetwork } from '../support/offers-network.ts';
import { until } from '../support/until.ts';

const sell = (catalogItemId: string) => buildOffer({}, { catalogItemId, name: catalogItemId });

describe('the language of the page', () => {
  const network = { ...holdNetwork() };
  network.restore();

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => network.restore());

  it('is what a service is told, from the nearest lang, and it is asked again when that changes', async () => {
    const { parent, shown, events } = await mountOnNetwork(network, [[sell('tea')]]);
    expect(network.asked[0]!.language).to.equal('en-US');
    parent.lang = 'de_CH';
    const asked = await network.request(2);
    expect(asked.language).to.equal('de-CH');
    asked.answer([sell('tee')]);
    await until(() => shown()[0] === 'tee available');
    parent.lang = 'fr';
    (await network.request(3)).breakDown();
    await until(() => events.length > 0);
    expect(events.map(({ type, detail }) => [type, detail.error?.code])).to.deep.equal([
      ['upsell-error', 'offers-unavailable'],
    ]);
  });

  const MOVES: Record<string, (parent: Element, element: Element) => void> = {
    'moved there': (parent, element) => parent.append(element),
    'moved there by moveBefore': (parent, element) => parent.moveBefore(element, null),
    'wrapped there': (parent, element) => {
      element.replaceWith(parent);
      parent.append(element);
    },
  };
  for (const [how, move] of Object.entries(MOVES))
    it(`is another one where the element is ${how}, and a service is asked in it once`, async function () {
      if (how.endsWith('moveBefore') && !('moveBefore' in Element.prototype)) this.skip();
      const { element, parent, shown } = await mountOnNetwork(network, [[sell('tea')]]);
      const german = Object.assign(document.createElement('div'), { lang: 'de' });
      parent.after(german);
      move(german, element);
      const asked = await network.request(2);
      expect(asked.language).to.equal('de');
      asked.answer([sell('tee')]);
      await until(() => shown()[0] === 'tee available');
      await network.lap();
      expect(network.asked).to.have.length(2);
      german.remove();
    });

  it('is looked up through shadow hosts', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="ja"></div>`);
    const inner = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inner);
    const target = document.createElement('p');
    inner.attachShadow({ mode: 'open' }).append(target);
    const launcher = await createOffersLauncher({ offersUrl: '/shop', target });
    const selection = await launcher.selectPlacements({ attributes: {} });
    (await network.request(1)).answer([sell('tea')]);
    await selection.ready();
    expect(network.asked[0]!.language).to.equal('ja');
    host.lang = 'pt-BR';
    expect((await network.request(2)).language).to.equal('pt-BR');
    inner.lang = 'ar';
    expect((await network.request(3)).language).to.equal('ar');
    await selection.close();
  });

  for (const [name, lang] of [
    ['none', ''],
    ['no tag', 'english please'],
    ['beyond ASCII', 'dé'],
  ] as const)
    it(`is the browser’s own where the page’s is ${name}`, async () => {
      const { parent } = await mountOnNetwork(network, [[sell('tea')]]);
      parent.lang = lang;
      expect((await network.request(2)).language).to.equal(null);
    });

  it('gives way to attributes.locale, whose change asks again', async () => {
    const placementAttributes = { locale: 'nl' };
    const { element, parent } = await mountOnNetwork(network, [[sell('tea')]], { placementAttributes });
    expect(network.asked[0]!.language).to.equal(null);
    parent.lang = 'de';
    await network.lap();
    expect(network.asked).to.have.length(1);
    element.placementAttributes = { locale: 'it' };
    const asked = await network.request(2);
    expect([asked.language, asked.body.attributes]).to.deep.equal([null, { locale: 'it' }]);
    element.placementAttributes = {};
    expect((await network.request(3)).language).to.equal('de');
  });

  it('is of no account to a static file', async () => {
    const { parent } = await mountOnNetwork(network, [[sell('tea')]], { offersUrl: '/offers.json' });
    parent.lang = 'de';
    await network.lap();
    expect(network.asked.map(({ language }) => language)).to.deep.equal([null]);
  });
});
