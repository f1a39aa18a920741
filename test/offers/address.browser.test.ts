import { expect } from '@open-wc/testing';
import { createOffersLauncher } from '../../src/offers/index.ts';
import type { SelectPlacementsOptions } from '../../src/sdk/index.ts';

const page = (path: string) => new URL(path, document.baseURI).href;

/** What the network is asked at `offersUrl`, and what a selection makes of `answer`. */
async function ask(
  offersUrl: string,
  request: Partial<SelectPlacementsOptions> = {},
  answer: () => Response | Promise<Response> = () => new Response('{"placements":[]}'),
) {
  const { fetch } = window;
  const asked: { url: string; method: string; body: Record<string, unknown> | undefined }[] = [];
  window.fetch = async (input, init) => {
    const { url, method } = new Request(input, init);
    const { body } = init ?? {};
    asked.push({
      url,
      method,
      body: typeof body === 'string' ? (JSON.parse(body) as Record<string, unknown>) : undefined,
    });
    return answer();
  };
  try {
    const launcher = await createOffersLauncher({ offersUrl, accountId: '222', sessionId: 's' });
    const selection = await launcher.selectPlacements({ attributes: {}, ...request });
    const error = await selection.getPlacements().then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    );
    return { asked, error, body: asked[0]?.body };
  } finally {
    window.fetch = fetch;
  }
}

describe('the address of offers', () => {
  for (const [given, url] of [
    ['https://shop.example', 'https://shop.example/v1/selections'],
    ['https://shop.example/', 'https://shop.example/v1/selections'],
    ['https://shop.example/shop.v2/', 'https://shop.example/shop.v2/v1/selections'],
    ['https://shop.example/shop.v2', 'https://shop.example/shop.v2/v1/selections'],
    ['https://shop.example/a.json/', 'https://shop.example/a.json/v1/selections'],
    ['https://shop.example/offers.jsonp', 'https://shop.example/offers.jsonp/v1/selections'],
    ['https://shop.example/json', 'https://shop.example/json/v1/selections'],
    ['https://shop.example/upsell?file=a.json', 'https://shop.example/upsell/v1/selections?file=a.json'],
    ['/upsell.service', page('/upsell.service/v1/selections')],
  ] as const)
    it(`is a service's base URL at ${given}`, async () => {
      const { asked } = await ask(given);
      expect(asked.map((one) => [one.method, one.url])).to.deep.equal([['POST', url]]);
    });

  for (const [given, url] of [
    ['/offers.json', page('/offers.json')],
    ['offers.json?v=1.2', page('offers.json?v=1.2')],
    ['https://shop.example/shop.v2/Offers.JSON', 'https://shop.example/shop.v2/Offers.JSON'],
    ['https://shop.example/.json', 'https://shop.example/.json'],
  ] as const)
    it(`is a file's at ${given}, which is told nothing`, async () => {
      const heldItems = [{ cartItemId: 'a', catalogItemId: 'parking', quantity: 1 }];
      const { asked } = await ask(given, { heldItems, attributes: { email: 'a@b.example' } });
      expect(asked).to.deep.equal([{ method: 'GET', url, body: undefined }]);
    });

  it('of 300,000 dots is read at once', async () => {
    const started = performance.now();
    for (const path of ['.'.repeat(300_000), './'.repeat(150_000), `${'.x'.repeat(150_000)}.json`])
      await ask(`https://shop.example/a${path}`);
    // Milliseconds; as the square of their number it would be a minute and more.
    expect(performance.now() - started).to.be.below(20_000);
  });
});

describe('a service', () => {
  it('is told what is held beside the attributes, with its four fields alone, ids as text', async () => {
    const held = { cartItemId: 1, catalogItemId: 42, linkedProductId: 7, quantity: 2 };
    const heldItems = [{ ...held, name: 'Parking', price: 3 }, { cartItemId: 'nonsense' }] as never;
    const { body } = await ask('/shop', { heldItems, attributes: { event: 'gala' } });
    expect(body).to.deep.equal({
      accountId: '222',
      sessionId: 's',
      attributes: { event: 'gala' },
      heldItems: [{ cartItemId: '1', catalogItemId: '42', linkedProductId: '7', quantity: 2 }],
    });
  });

  it('is told of the first 200', async () => {
    const heldItems = Array.from({ length: 201 }, (_, index) => ({
      cartItemId: `${index}`,
      catalogItemId: 'parking',
      quantity: 1,
    }));
    const { body } = await ask('/shop', { heldItems });
    expect(body!['heldItems']).to.deep.equal(heldItems.slice(0, 200));
  });

  it('is told of no held items where there are none, and gets the attribute `cartItems` like any other', async () => {
    const attributes = { cartItems: [{ catalogItemId: 'parking', quantity: 1 }], heldItems: 'mine' };
    const { body } = await ask('/shop', { heldItems: [], attributes });
    expect(body).to.not.have.property('heldItems');
    expect(body!['attributes']).to.deep.equal({
      cartItems: '[{"catalogItemId":"parking","quantity":1}]',
      heldItems: 'mine',
    });
  });
});

describe('an answer that is no good', () => {
  const secret = 'alice@shop.example';
  const url = `https://user:pass@shop.example/shop.v2/?token=${encodeURIComponent(secret)}#hash`;
  const shown = 'https://shop.example/shop.v2/v1/selections';
  const html = () =>
    new Response(`\n<!doctype html><p>${secret}</p>`, { headers: { 'content-type': 'text/html' } });

  for (const [name, answer, message] of [
    ['an error', () => new Response(secret, { status: 503 }), `offers-unavailable: ${shown}: HTTP 503`],
    ['HTML', html, `invalid-offers: ${shown}: expected JSON, got HTML`],
    ['other text', () => new Response(secret), `invalid-offers: ${shown}: expected JSON, got other text`],
    ['no text', () => new Response(''), `invalid-offers: ${shown}: expected JSON, got other text`],
    [
      'none',
      () => Promise.reject(new TypeError(`no way to ${secret}`)),
      `offers-unavailable: ${shown}: no answer that this page may read`,
    ],
  ] as const)
    it(`is told by where it came from and not by what it says: ${name}`, async () => {
      const plain = url.replace('user:pass@', '');
      const { error } = await ask(plain, { attributes: { email: secret } }, answer);
      expect(error!.message).to.equal(message);
      expect(error!.cause).to.not.equal(undefined);
    });

  it('of a file is told with the file’s address', async () => {
    const { error } = await ask('/offers.json?v=2', {}, html);
    expect(error!.message).to.equal(`invalid-offers: ${page('/offers.json')}: expected JSON, got HTML`);
  });

  it('comes from no URL with a password, which is not told', async () => {
    const { error } = await ask(url);
    expect(error!.message).to.equal(`offers-unavailable: ${shown}: no answer that this page may read`);
  });

  it('comes from no address that is none', async () => {
    const { error } = await ask('https://');
    expect(error!.message).to.equal('offers-unavailable: offersUrl: expected a URL');
  });
});

describe('attributes', () => {
  it('that are no plain data are named, and not told', async () => {
    const cycle: Record<string, unknown> = { email: 'alice@shop.example' };
    cycle['self'] = cycle;
    const { error, asked } = await ask('/shop', { attributes: { customer: cycle } });
    expect(error!.message).to.equal('invalid-attributes: attributes.customer: expected plain data');
    expect(asked).to.deep.equal([]);
  });
});
