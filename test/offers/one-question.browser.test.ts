import { expect, fixture, html } from '@open-wc/testing';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { buildOffer } from '../support/mount-offers.ts';
import { settled } from '../support/mount-upsell.ts';
import { type Asked, holdNetwork, mountOnNetwork } from '../support/offers-network.ts';
import { until } from '../support/until.ts';

const sell = (catalogItemId: string) => buildOffer({}, { catalogItemId, name: catalogItemId });

describe('what is asked when targeting changes', () => {
  const network = { ...holdNetwork() };
  network.restore();

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => network.restore());

  const urls = () => network.asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`);

  it('is one question for a storm of changes, with the newest', async () => {
    const target = await fixture<HTMLElement>(html`<div></div>`);
    const launcher = await createOffersLauncher({ offersUrl: '/shop', target });
    const selection = await launcher.selectPlacements({ attributes: { productIds: 'a' } });
    (await network.request(1)).answer([sell('tea')]);
    await selection.ready();
    // All of them at once, so that no slow machine makes a rest between two.
    const done = Array.from({ length: 30 }, (_, total) => selection.setAttributes({ total }));
    const { body, answer } = await network.request(2);
    expect(body.attributes).to.deep.equal({ productIds: 'a', total: '29' });
    answer([sell('bag')]);
    await Promise.all(done);
    const { items } = target.querySelector('rokt-upsell-offers')!;
    expect(items.map(({ offer }) => offer.cartItem.catalogItemId)).to.deep.equal(['bag']);
    await network.lap();
    expect(urls()).to.deep.equal(['POST /shop/v1/selections', 'POST /shop/v1/selections']);
  });

  it('is nothing where the values are the same', async () => {
    const { element } = await mountOnNetwork(network, [[sell('tea')]]);
    element.placementAttributes = { productIds: 'a' };
    element.setAttribute('placement-attributes', '{"productIds":"a"}');
    await network.lap();
    expect(network.asked).to.have.length(1);
  });

  it('no more has what the page has taken back', async () => {
    const { element } = await mountOnNetwork(network, [[sell('tea')]]);
    element.placementAttributes = { event: 'gala' };
    expect((await network.request(2)).body.attributes).to.deep.equal({ event: 'gala' });
  });

  it('leaves an older answer that comes late unread', async () => {
    const { element, shown, events } = await mountOnNetwork(network, [[sell('tea')]]);
    element.placementAttributes = { productIds: 'b' };
    const older = await network.request(2);
    element.placementAttributes = { productIds: 'c' };
    const newest = await network.request(3);
    expect(older.signal.aborted).to.equal(true);
    newest.answer([sell('newest')]);
    await until(() => shown()[0] === 'newest available');
    older.answer([sell('older')]);
    await network.lap();
    expect(shown()).to.deep.equal(['newest available']);
    expect(events).to.deep.equal([]);
  });

  it('waits while the first answer is not there, and is then asked with the newest', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('rokt-upsell');
    Object.assign(element, { offersUrl: '/shop', placementAttributes: { productIds: 'a' } });
    parent.append(element);
    const first = await network.request(1);
    element.placementAttributes = { productIds: 'b' };
    await settled(element);
    element.placementAttributes = { productIds: 'c' };
    await settled(element);
    expect(network.asked).to.have.length(1);
    first.answer([sell('tea')]);
    expect((await network.request(2)).body.attributes).to.deep.equal({ productIds: 'c' });
    await network.lap();
    expect(network.asked).to.have.length(2);
  });

  it('is never a static file, which is the same for everybody', async () => {
    const { element, shown } = await mountOnNetwork(network, [[sell('tea')]], { offersUrl: '/offers.json' });
    element.placementAttributes = { productIds: 'b' };
    await network.lap();
    expect([urls(), shown()]).to.deep.equal([['GET /offers.json'], ['tea available']]);
  });

  for (const [name, respond, code] of [
    ['no answer', (asked: Asked) => asked.breakDown(), 'offers-unavailable'],
    ['an error', (asked: Asked) => asked.respond(new Response('', { status: 503 })), 'offers-unavailable'],
    ['nonsense', (asked: Asked) => asked.respond(new Response('{}')), 'invalid-offers'],
  ] as const)
    it(`leaves what is shown where there is ${name}, tells it once, and can be asked again`, async () => {
      const { element, shown, events } = await mountOnNetwork(network, [[sell('tea')]]);
      element.placementAttributes = { productIds: 'b' };
      respond(await network.request(2));
      await until(() => events.length > 0);
      await network.lap();
      expect(events.map(({ type, detail }) => [type, detail.error?.code])).to.deep.equal([
        ['upsell-error', code],
      ]);
      expect([shown(), element.phase]).to.deep.equal([['tea available'], 'ready']);
      element.placementAttributes = { productIds: 'e' };
      (await network.request(3)).answer([sell('bag')]);
      await until(() => shown()[0] === 'bag available');
      expect(events).to.have.length(1);
    });

  it('is nothing any more once the selection has ended', async () => {
    const { element, events } = await mountOnNetwork(network, [[sell('tea')]]);
    element.placementAttributes = { productIds: 'b' };
    const asked = await network.request(2);
    await element.close();
    expect(asked.signal.aborted).to.equal(true);
    element.placementAttributes = { productIds: 'c' };
    element.parentElement!.lang = 'fr';
    await network.lap();
    expect(network.asked).to.have.length(2);
    expect(events.filter(({ type }) => type === 'upsell-error')).to.deep.equal([]);
  });

  it('is not told of a first answer that failed', async () => {
    const launcher = await createOffersLauncher({ offersUrl: '/shop' });
    const selection = await launcher.selectPlacements({ attributes: {} });
    (await network.request(1)).breakDown();
    await selection.setAttributes({ productIds: 'b' });
    expect(network.asked).to.have.length(1);
  });

  it('adds attributes, as Rokt’s launcher does', async () => {
    const target = await fixture<HTMLElement>(html`<div></div>`);
    const launcher = await createOffersLauncher({ offersUrl: '/shop', target });
    const selection = await launcher.selectPlacements({ attributes: { event: 'gala' } });
    (await network.request(1)).answer([sell('tea')]);
    await selection.ready();
    const done = selection.setAttributes({ productIds: 'b' });
    const asked = await network.request(2);
    expect(asked.body.attributes).to.deep.equal({ event: 'gala', productIds: 'b' });
    asked.answer([sell('bag')]);
    await done;
    const drawn = target.querySelector('rokt-upsell-offers')!;
    expect(drawn.items.map(({ offer }) => offer.cartItem.catalogItemId)).to.deep.equal(['bag']);
  });
});
