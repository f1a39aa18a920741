import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openShop, ORIGIN } from './shop.ts';

const preflight = (origin: string): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  },
});

describe('the limit of an address', () => {
  for (const [what, path, init] of [
    ['a preflight', '/v1/selections', preflight(ORIGIN)],
    ['a path that is not there', '/nothing', {}],
    ['another method', '/v1/cart/reserve', {}],
    ['what it lives by', '/healthz', {}],
    ['whether it is ready', '/readyz', {}],
    ['what its API is', '/openapi.json', {}],
    ['what was bought', '/confirmations/1', {}],
    ['a call without a key', '/v1/cart/reserve', { method: 'POST' }],
    ['a head alone', '/readyz', { method: 'HEAD' }],
    ['what asks for the preflight of nothing', '/v1/selections/nothing', { method: 'OPTIONS' }],
    ['a path that nobody can read', '/%zz', {}],
    ['an id that is too long', `/confirmations/${'a'.repeat(2_000)}`, {}],
  ] as const)
    it(`counts ${what}`, async (t) => {
      const { url } = await openShop(t, { rateLimits: { address: 2 } });
      const statuses = [];
      for (let i = 0; i < 3; i++) statuses.push((await fetch(url + path, init)).status);
      assert.notEqual(statuses[1], 429);
      assert.equal(statuses[2], 429);
    });
});

describe('a preflight', () => {
  it('is answered the same to every origin: nobody learns whose pages are customers', async (t) => {
    const { url } = await openShop(t);
    const answers = [];
    for (const origin of [ORIGIN, 'https://elsewhere.example']) {
      const { status, headers } = await fetch(`${url}/v1/selections`, preflight(origin));
      assert.equal(headers.get('access-control-allow-origin'), origin);
      answers.push([
        status,
        [...headers].filter(([name]) => !/^(date|x-request-id)$|allow-origin/.test(name)),
      ]);
    }
    assert.deepEqual(answers[0], answers[1]);
    assert.equal(answers[0]?.[0], 204);
  });

  it('lets no other page read what it asks then', async (t) => {
    const { send } = await openShop(t);
    const asked = await send('/v1/selections', { accountId: '222' }, { origin: 'https://elsewhere.example' });
    assert.equal(asked.status, 403);
    assert.equal(asked.headers.get('access-control-allow-origin'), null);
  });
});
