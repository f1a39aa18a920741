import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorBody as ErrorSchema } from '../../../src/contract/index.ts';
import type { ErrorBody } from '../../../src/contract/wire.ts';
import { compile } from '../../contract/compile.ts';
import { talk } from '../support/talk.ts';
import { openShop, otherPartner } from './shop.ts';

const faultsOf = compile(ErrorSchema);

/** A request that is no good: its path, its body or headers, and what is answered. */
const requests: Readonly<Record<string, [status: number, code: string, path: string, init?: RequestInit]>> = {
  'a path that is none': [404, 'not-found', '/v1/nothing'],
  'a path that cannot be decoded': [400, 'invalid-request', '/v1/%zz'],
  'text that is no JSON': [400, 'invalid-request', '/v1/cart/reserve', { body: '{"cartId":' }],
  'no text at all': [400, 'invalid-request', '/v1/cart/reserve', { body: '' }],
  'no object': [400, 'invalid-request', '/v1/cart/reserve', { body: '[]' }],
  'an escaped NUL': [400, 'invalid-request', '/v1/cart/reserve', { body: '{"cartId":"\\u0000","items":[]}' }],
  'a surrogate without its other half': [
    400,
    'invalid-request',
    '/v1/cart/reserve',
    { body: '{"cartId":"\\uD83D\\uD83D\\uDE00","items":[]}' },
  ],
  'a surrogate in the name of a field': [
    400,
    'invalid-request',
    '/v1/cart/reserve',
    { body: '{"cartId":"1","items":[],"attributes":{"\\\\\\udc00":"a"}}' },
  ],
  'a body of 65 KiB': [413, 'payload-too-large', '/v1/cart/reserve', { body: `"${'x'.repeat(66_560)}"` }],
  'another content type': [
    415,
    'unsupported-media-type',
    '/v1/cart/reserve',
    { headers: { 'content-type': 'text/plain' } },
  ],
  'no session where one is needed': [
    400,
    'invalid-request',
    '/v1/cart/reserve',
    { headers: { 'rokt-session-id': '' } },
  ],
  'no tag where one is needed': [
    400,
    'invalid-request',
    '/v1/cart/reserve',
    { headers: { 'rokt-tag-id': '' } },
  ],
  'a session as long as a book': [
    400,
    'invalid-request',
    '/v1/cart/reserve',
    { headers: { 'rokt-session-id': 'x'.repeat(300) } },
  ],
};

const sound = {
  method: 'POST',
  body: '{"cartId":"1","items":[]}',
  headers: {
    'content-type': 'application/json',
    'rokt-api-key': 'skeletonkey',
    'rokt-tag-id': '253_439d21r21r21321',
    'rokt-session-id': 's',
  },
};

describe('errors over HTTP', () => {
  for (const [what, [status, code, path, init]] of Object.entries(requests)) {
    it(`answers ${what} with ${status} ${code} in the contract's shape`, async (t) => {
      const { url } = await openShop(t);
      const headers = { ...sound.headers, ...(init?.headers as Record<string, string> | undefined) };
      const response = await fetch(url + path, { ...sound, ...init, headers });
      const body: unknown = await response.json();
      assert.deepEqual(faultsOf(body), []);
      assert.deepEqual([response.status, (body as ErrorBody).errors[0]?.code], [status, code]);
    });
  }

  it('takes every text that can be kept, whatever it looks like', async (t) => {
    const { call } = await openShop(t);
    const names = ['\u{1f600}', '\\u0000', '\\ud800', '__proto__', 'constructor', 'a\tb"c\\'];
    for (const cartId of names) {
      const escaped = JSON.stringify({ cartId, items: [] }).replace('\u{1f600}', '\\ud83d\\uDE00');
      const { status, body } = await call('/v1/cart/reserve', escaped);
      assert.deepEqual([status, body], [200, { cartId, items: [] }]);
    }
  });

  it('answers what is no HTTP in the same shape, and hangs up', async (t) => {
    const { url } = await openShop(t);
    const { status, body } = await talk(url, 'HELLO\r\n\r\n');
    assert.deepEqual([status, body.errors[0]?.code, faultsOf(body)], [400, 'invalid-request', []]);
  });

  it('answers headers of 20 KB with 431 in the same shape', async (t) => {
    const { url } = await openShop(t);
    const { status, body } = await talk(url, `GET /healthz HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`);
    assert.deepEqual([status, body.errors[0]?.code, faultsOf(body)], [431, 'headers-too-large', []]);
  });

  it('asks for the key before it looks at the body', async (t) => {
    const { url } = await openShop(t);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/v1/cart/reserve`, { method: 'POST', headers, body: '{' });
    assert.deepEqual([response.status, await response.text()], [401, '']);
  });

  it('names the place of a fault, and ignores fields that it does not know', async (t) => {
    const shop = await openShop(t);
    const odd = await shop.call('/v1/placements/any', { cartId: '1', isNew: true, attributes: { a: 1 } });
    const { errors } = odd.body as unknown as ErrorBody;
    assert.deepEqual(errors[0]?.value, { path: '/attributes/a' });
    assert.equal((await shop.call('/v1/placements/any', { cartId: '1', isNew: true })).status, 200);
  });

  it('converts nothing: a number is no text, a text no number', async (t) => {
    const shop = await openShop(t);
    for (const body of [{ cartId: 1 }, { cartId: '1', attributes: { a: true } }, { cartId: null }])
      assert.equal((await shop.call('/v1/placements/any', body)).status, 400);
  });

  it('matches paths in any case, with or without a slash at the end', async (t) => {
    const shop = await openShop(t);
    const path = (text: string) => text as '/v1/placements/any';
    for (const written of ['/v1/Placements/any', '/V1/PLACEMENTS/ANY', '/v1/placements/any/'])
      assert.equal((await shop.call(path(written), { cartId: '1' })).status, 200);
  });

  it('answers 500 without a word of what went wrong', async (t) => {
    const shop = await openShop(t);
    await shop.store.transaction((tx) => tx.run('DROP TABLE placed_order'));
    const items: unknown[] = [];
    const { status, text } = await shop.call('/v1/cart/confirm', { cartId: '1', orderId: '1', items });
    assert.equal(status, 500);
    assert.doesNotMatch(text, /placed_order|SQL|table/i);
    assert.deepEqual(faultsOf(JSON.parse(text)), []);
  });

  it('gives two accounts nothing of each other', async (t) => {
    const shop = await openShop(t);
    const mine = { 'rokt-tag-id': '253_439d21r21r21321' };
    const { status } = await shop.call('/v1/placements/any', { cartId: '1' }, { ...otherPartner, ...mine });
    assert.equal(status, 403);
    const theirs = await shop.call('/v1/placements/any', { cartId: '1' }, otherPartner);
    assert.deepEqual(theirs.body, { result: false });
  });
});
