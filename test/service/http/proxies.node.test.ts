import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buyOne } from './buy-one.ts';
import { openShop, type ShopOptions } from './shop.ts';

/** Statuses of two requests, one for each address, where one address may ask once. */
async function twoAddresses(
  t: Parameters<typeof openShop>[0],
  options: ShopOptions,
  ...forwarded: readonly string[]
) {
  const { url } = await openShop(t, { rateLimits: { address: 1 }, ...options });
  const statuses = [];
  for (const address of forwarded)
    statuses.push((await fetch(`${url}/healthz`, { headers: { 'x-forwarded-for': address } })).status);
  return statuses;
}

describe('X-Forwarded-For', () => {
  it('counts where the proxy is named, by address or network', async (t) => {
    for (const trustProxy of [['127.0.0.1'], ['10.0.0.0/8', '127.0.0.0/8']])
      assert.deepEqual(await twoAddresses(t, { trustProxy }, '203.0.113.1', '203.0.113.2'), [200, 200]);
  });

  it('is one address for all that come with the same', async (t) => {
    const answered = await twoAddresses(t, { trustProxy: ['127.0.0.1'] }, '203.0.113.1', '203.0.113.1');
    assert.deepEqual(answered, [200, 429]);
  });

  it('does not count from anybody else', async (t) => {
    for (const options of [{}, { trustProxy: ['10.0.0.0/8'] }])
      assert.deepEqual(await twoAddresses(t, options, '203.0.113.1', '203.0.113.2'), [200, 429]);
  });

  it('counts up to the first that is not named: what a client adds before it does not', async (t) => {
    const options = { trustProxy: ['127.0.0.1'] };
    assert.deepEqual(
      await twoAddresses(t, options, '198.51.100.1, 203.0.113.1', '198.51.100.2, 203.0.113.1'),
      [200, 429],
    );
  });

  it('may be nonsense', async (t) => {
    const answered = await twoAddresses(
      t,
      { trustProxy: ['127.0.0.1'] },
      'unknown',
      ',,',
      '1.2.3.4:80',
      '::',
      'a"b',
    );
    assert.ok(
      answered.every((status) => status < 500),
      String(answered),
    );
  });

  it('is one line to the operator, however often it comes, where no proxy is named', async (t) => {
    const told: string[] = [];
    const { url } = await openShop(t, { report: (problem) => told.push(problem) });
    await fetch(`${url}/healthz`);
    assert.deepEqual(told, []);
    for (let i = 0; i < 3; i++)
      await fetch(`${url}/nothing`, { headers: { 'x-forwarded-for': '203.0.113.1' } });
    assert.equal(told.length, 1);
    assert.match(told[0]!, /^X-Forwarded-For .* --trust-proxy/);
  });

  it('is no line where one is named', async (t) => {
    const told: string[] = [];
    const { url } = await openShop(t, { report: (line) => told.push(line), trustProxy: ['10.0.0.0/8'] });
    await fetch(`${url}/healthz`, { headers: { 'x-forwarded-for': '203.0.113.1' } });
    assert.deepEqual(told, []);
  });
});

describe('the itemConfirmationUrl', () => {
  const forged = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'javascript',
    forwarded: 'host=evil.example',
  };

  it('is where the service listens, whatever a caller says of it', async (t) => {
    for (const options of [{}, { trustProxy: ['127.0.0.1'] }]) {
      const shop = await openShop(t, options);
      const { itemConfirmationUrl } = await buyOne(shop, forged, 'Host: evil.example');
      assert.ok(itemConfirmationUrl.startsWith(`${shop.url}/confirmations/`), itemConfirmationUrl);
    }
  });

  it('is at the public URL, whatever a caller says of it', async (t) => {
    const shop = await openShop(t, { publicUrl: 'https://upsell.example', trustProxy: ['127.0.0.1'] });
    const { itemConfirmationUrl } = await buyOne(shop, forged, 'Host: evil.example');
    assert.ok(itemConfirmationUrl.startsWith('https://upsell.example/confirmations/'), itemConfirmationUrl);
  });
});
