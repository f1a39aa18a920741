import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inBytes, talk } from '../support/talk.ts';
import { openShop, ORIGIN } from './shop.ts';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The id that a service answers to a request with this one. */
async function idFor(
  t: Parameters<typeof openShop>[0],
  trustProxy: readonly string[] | false,
  given: string,
) {
  const { url } = await openShop(t, { trustProxy });
  const response = await fetch(`${url}/healthz`, { headers: { 'x-request-id': given } });
  return response.headers.get('x-request-id') ?? '';
}

describe('x-request-id', () => {
  it('is in every answer, another each time', async (t) => {
    const shop = await openShop(t, { rateLimits: { address: 5 } });
    const ids = new Set<string>();
    const paths = ['/healthz', '/nothing', '/%zz', '/v1/cart/reserve', '/%00', '/healthz', '/healthz'];
    const statuses = [];
    for (const path of paths) {
      const response = await fetch(shop.url + path);
      statuses.push(response.status);
      const id = response.headers.get('x-request-id') ?? '';
      assert.match(id, GUID, path);
      ids.add(id);
    }
    assert.ok(statuses.includes(429) && statuses.includes(400) && statuses.includes(405), statuses.join());
    assert.equal(ids.size, paths.length);
  });

  it('is the one that a named proxy gives, by address or network', async (t) => {
    for (const trusted of [['127.0.0.1'], ['10.0.0.0/8', '127.0.0.0/8']])
      assert.equal(await idFor(t, trusted, '01J-abc.7:x/y+z=_'), '01J-abc.7:x/y+z=_');
  });

  it('is no one’s that anybody else gives', async (t) => {
    for (const trusted of [false, ['10.0.0.0/8'], ['::1']] as const)
      assert.match(await idFor(t, trusted, 'mine'), GUID);
  });

  it('is our own where the proxy’s is none that a line can carry', async (t) => {
    for (const given of ['', 'a b', '"', 'x'.repeat(129), '{}'])
      assert.match(await idFor(t, ['127.0.0.1'], given), GUID);
    const { url } = await openShop(t, { trustProxy: ['127.0.0.1'] });
    const { head } = await talk(
      url,
      inBytes('GET /healthz', ['Host: a', 'X-Request-Id: a', 'X-Request-Id: b']),
    );
    assert.match(/^x-request-id: (.*)$/im.exec(head)?.[1] ?? '', GUID);
  });

  it('may be read by the pages that may select', async (t) => {
    const { url } = await openShop(t);
    const response = await fetch(`${url}/v1/selections`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: '{"accountId":"222"}',
    });
    assert.match(response.headers.get('access-control-expose-headers') ?? '', /x-request-id/i);
  });
});
