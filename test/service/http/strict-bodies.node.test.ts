import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ErrorBody } from '../../../src/contract/wire.ts';
import { openShop, ORIGIN, SESSION } from './shop.ts';

const partner = {
  'content-type': 'application/json',
  'rokt-api-key': 'skeletonkey',
  'rokt-tag-id': '253_439d21r21r21321',
  'rokt-session-id': SESSION,
};

/** What the service answers to these bytes. */
async function post(
  t: TestContext,
  body: string | Uint8Array<ArrayBuffer>,
  { path = '/v1/cart/reserve', headers = {} }: { path?: string; headers?: Record<string, string> } = {},
) {
  const { url } = await openShop(t);
  const response = await fetch(url + path, { method: 'POST', headers: { ...partner, ...headers }, body });
  const { errors } = (await response.json()) as ErrorBody;
  return [response.status, errors[0]?.code, errors[0]?.message, errors[0]?.value];
}

const range = 'expected a number from -9007199254740991 to 9007199254740991';

describe('a body is judged as text', () => {
  for (const [what, body, path, problem] of [
    [
      'a number beyond all',
      '{"cartId":"c","items":[{"cartItemId":"a","quantity":1e309}]}',
      '/items/0/quantity',
      range,
    ],
    ['one below all', '{"cartId":"c","items":[],"attributes":{"a":-1e309}}', '/attributes/a', range],
    [
      'a whole one that is not kept',
      '{"cartId":"c","items":[],"extra":[0,9007199254740993]}',
      '/extra/1',
      range,
    ],
    ['a name twice', '{"cartId":"c","items":[],"cartId":"d"}', '/cartId', 'expected each name once'],
    [
      'a name twice, written in two ways',
      '{"items":[],"a~b/":{"x":1,"\\u0078":2}}',
      '/a~0b~1/x',
      'expected each name once',
    ],
    [
      'a name twice in an item',
      '{"cartId":"c","items":[{},{"a":"}","b":{"a":1},"a":2}]}',
      '/items/1/a',
      'expected each name once',
    ],
  ] as const) {
    it(`and refused by path: ${what}`, async (t) => {
      assert.deepEqual(await post(t, body), [400, 'invalid-request', `${path}: ${problem}`, { path }]);
    });
  }

  it('and refused where it is no UTF-8', async (t) => {
    const [before, after] = ['{"cartId":"', '","items":[]}'].map((text) => Buffer.from(text));
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
      const answer = await post(t, Uint8Array.from([...before!, ...bytes, ...after!]));
      assert.deepEqual(answer, [400, 'invalid-request', '/: expected UTF-8', { path: '/' }]);
    }
  });

  it('and refused where it is packed, by its packing', async (t) => {
    const headers = { 'content-encoding': 'gzip' };
    const [status, code, message] = await post(t, Uint8Array.from(gzipSync('{"cartId":"c","items":[]}')), {
      headers,
    });
    assert.deepEqual([status, code], [415, 'unsupported-media-type']);
    assert.equal(message, 'content-encoding: expected none, got gzip');
  });

  it('in selections, too', async (t) => {
    const at = { path: '/v1/selections', headers: { origin: ORIGIN } };
    const [status, , message] = await post(t, '{"accountId":"222","accountId":"333"}', at);
    assert.deepEqual([status, message], [400, '/accountId: expected each name once']);
  });

  it('and taken where it only looks so: names of other objects, digits in a text, a long fraction', async (t) => {
    const shop = await openShop(t);
    const cartItemId = await shop.offered('parking-a');
    const body = `{"cartId":"1e309","items":[{"cartItemId":"${cartItemId}","quantity":1,"note":0.12345678901234567}],
      "attributes":{"cartId":"99999999999999999999","a":"\\"a\\":1,"}}`;
    const response = await shop.call('/v1/cart/reserve', body);
    assert.equal(response.status, 200, response.text);
    assert.equal(response.body.items[0]?.success, true);
  });
});
