import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorBody as ErrorSchema } from '../../../src/contract/index.ts';
import { compile } from '../../contract/compile.ts';
import { inBytes, talk } from '../support/talk.ts';
import { openShop } from './shop.ts';

const faultsOf = compile(ErrorSchema);
const sound = {
  host: 'Host: upsell.example',
  key: 'rokt-api-key: skeletonkey',
  tag: 'rokt-tag-id: 253_439d21r21r21321',
  session: 'rokt-session-id: s',
  type: 'Content-Type: application/json',
};

/** A reserve of nothing, with these lines in the place of those of the same name. */
function reserveWith(
  lines: Partial<Record<keyof typeof sound, string>> = {},
  more: readonly string[] = [],
): string {
  const headers = [...Object.values({ ...sound, ...lines }), ...more];
  return inBytes('POST /v1/cart/reserve', headers, '{"cartId":"c","items":[]}');
}

/** Asserts 400 in shape, and gives the first message. */
async function refusal(url: string, bytes: string): Promise<string | undefined> {
  const { status, body, text } = await talk(url, bytes);
  assert.deepEqual([status, faultsOf(body)], [400, []], text);
  return body.errors[0]?.message;
}

describe('a path is text', () => {
  for (const path of [
    '/confirmations/%00',
    '/confirmations/a%00b',
    '/confirmations/0199f3a4-0000-7000-8000-000000000000?a=%00',
    '/v1/cart/reserve%00',
    '/v1/%00',
    '/healthz?%00',
    '/healthz?a=%ff',
    '/healthz?a=%',
    '/confirmations/%c3',
    '/v1/%zz?secret=skeletonkey',
    '/confirmations/%ed%a0%80',
  ])
    it(`and 400 where it is none: ${path}`, async (t) => {
      const { url } = await openShop(t);
      const message = await refusal(url, inBytes(`GET ${path}`, [sound.host]));
      assert.equal(message, 'the path: expected percent-encoded UTF-8 without NUL');
    });

  it('and 400 in bytes that no path has', async (t) => {
    const { url } = await openShop(t);
    for (const path of ['/healthz\0', '/a\0b', '/\xff'])
      assert.equal(await refusal(url, inBytes(`GET ${path}`, [sound.host])), 'expected an HTTP/1.1 request');
  });

  it('and 404 where it is longer than any id, without saying it again', async (t) => {
    const { url } = await openShop(t);
    const { status, text } = await talk(url, inBytes(`GET /confirmations/${'a'.repeat(900)}`, [sound.host]));
    assert.equal(status, 404);
    assert.doesNotMatch(text, /aaaa/);
  });

  it('and may hold any character that is encoded', async (t) => {
    const { url } = await openShop(t);
    for (const path of ['/healthz?a=%F0%9F%98%80+%25&b=c', '/healthz?%'.replace('%', '%20')])
      assert.equal((await talk(url, inBytes(`GET ${path}`, [sound.host]))).status, 200);
  });
});

describe('a header is text', () => {
  it('and 400 with NUL in it', async (t) => {
    const { url } = await openShop(t);
    for (const line of ['rokt-session-id: a\0b', 'idempotency-key: \0', 'x: \0', 'accept-language: de\0'])
      assert.equal(await refusal(url, reserveWith({}, [line])), 'expected an HTTP/1.1 request');
  });

  for (const value of ['a b', 'a\tb', 'Zo\xeb', 'Zo\xc3\xab', 'x'.repeat(257)])
    it(`and a session that selections refuse is refused by partner calls: ${JSON.stringify(value.slice(0, 9))}`, async (t) => {
      const { url, send } = await openShop(t);
      const message = await refusal(url, reserveWith({ session: `rokt-session-id: ${value}` }));
      assert.equal(message, 'rokt-session-id: expected 1 to 256 characters from ! to ~');
      const asked = { accountId: '222', sessionId: value };
      assert.equal((await send('/v1/selections', asked, { origin: 'https://shop.example' })).status, 400);
    });

  it('and an Idempotency-Key is ASCII', async (t) => {
    const { url } = await openShop(t);
    for (const value of ['Zo\xeb', 'a\tb', 'x'.repeat(257)])
      assert.equal(
        await refusal(url, reserveWith({}, [`Idempotency-Key: ${value}`])),
        'idempotency-key: expected 1 to 256 characters from space to ~',
      );
    assert.equal((await talk(url, reserveWith({}, ['Idempotency-Key: "a b"']))).status, 200);
  });

  for (const [name, line] of [
    ['rokt-session-id', 'rokt-session-id: t'],
    ['rokt-api-key', 'rokt-api-key: skeletonkey'],
    ['rokt-tag-id', 'Rokt-Tag-Id: 253_439d21r21r21321'],
    ['host', 'host: upsell.example'],
    ['content-type', 'content-type: application/json'],
  ] as const)
    it(`and is there once: ${name}`, async (t) => {
      const { url } = await openShop(t);
      assert.equal(await refusal(url, reserveWith({}, [line])), `${name}: expected this header once`);
    });

  it('and all that are wrong are told at once', async (t) => {
    const { url } = await openShop(t);
    const bytes = reserveWith({ tag: 'x: y', session: 'rokt-session-id: a b' }, ['Idempotency-Key: \xff']);
    const { errors } = (await talk(url, bytes)).body;
    assert.deepEqual(
      errors.map(({ value }) => value['path']),
      ['rokt-tag-id', 'rokt-session-id', 'idempotency-key'],
    );
  });

  it('and its length is a number that there is', async (t) => {
    const { url } = await openShop(t);
    const headers = Object.values(sound);
    for (const length of ['1e309', '-1', '99999999999999999999999', '1.5', '0x10']) {
      const bytes = inBytes('POST /v1/cart/reserve', [...headers, `Content-Length: ${length}`]);
      assert.equal(await refusal(url, bytes), 'expected an HTTP/1.1 request', length);
    }
    const bytes = inBytes('POST /v1/cart/reserve', [...headers, 'Content-Length: 9007199254740993']);
    assert.equal((await talk(url, bytes)).status, 413);
  });

  it('and the charset of a body is UTF-8', async (t) => {
    const { url } = await openShop(t);
    for (const charset of ['utf-8', '"UTF-8"', 'utf8'])
      assert.equal(
        (await talk(url, reserveWith({ type: `Content-Type: application/json; charset=${charset}` }))).status,
        200,
      );
    const { status, body } = await talk(
      url,
      reserveWith({ type: 'Content-Type: application/json; charset=utf-16' }),
    );
    assert.deepEqual([status, body.errors[0]?.message], [415, 'content-type: expected UTF-8, got utf-16']);
  });
});

describe('a Host', () => {
  for (const host of ['a b', 'a/b', '<script>', 'a:b', 'a@b', '', 'a,b', '[::1', 'a:80:80', '\xff'])
    it(`is refused where it is none: ${JSON.stringify(host)}`, async (t) => {
      const { url } = await openShop(t);
      assert.equal(
        await refusal(url, reserveWith({ host: `Host: ${host}` })),
        'host: expected a host, and a port if there is one',
      );
    });

  for (const host of ['upsell.example', 'a_b:4010', '127.0.0.1:80', '[::1]:4010', 'xn--bcher-kva.example.'])
    it(`is taken: ${host}`, async (t) => {
      const { url } = await openShop(t);
      assert.equal((await talk(url, reserveWith({ host: `Host: ${host}` }))).status, 200);
    });

  it('may be missing in HTTP/1.0', async (t) => {
    const { url } = await openShop(t);
    assert.equal((await talk(url, 'GET /healthz HTTP/1.0\r\n\r\n')).status, 200);
  });
});
