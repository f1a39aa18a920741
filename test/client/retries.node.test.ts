import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drop, hang, json, openTcpServer, refuse, stall, truncate, type Step } from './open-server.ts';
import {
  bodyOf,
  clientOf,
  closing,
  errorOf,
  holdTime,
  reserveBody,
  reserved,
  session,
  setUp,
} from './set-up.ts';

const time = holdTime();

describe('a failed request', () => {
  const passing: [what: string, step: Step, code: string][] = [
    ['a cut connection', drop, 'network-error'],
    ['a body that breaks off', truncate, 'network-error'],
    ['no answer in time', hang, 'timeout'],
    ['a body that stalls', stall, 'timeout'],
    ['408', refuse(408, 'request-timeout'), 'request-timeout'],
    ['409 in progress', refuse(409, 'request-in-progress'), 'request-in-progress'],
    ['429', refuse(429, 'rate-limited'), 'rate-limited'],
    ['500', refuse(500, 'internal'), 'internal'],
    ['502 with a page', (response) => response.writeHead(502).end('<html>'), 'http-error'],
    ['503 without a body', (response) => response.writeHead(503).end(), 'http-error'],
    ['504', refuse(504, 'timeout'), 'timeout'],
  ];
  for (const [what, step, code] of passing) {
    it(`is repeated after ${what}, under one idempotency key`, async () => {
      const { client, received, told } = await setUp([step, step, json(reserved)]);
      assert.deepEqual(await bodyOf(client.cart.reserve(reserveBody, session)), reserved);
      assert.equal(received.length, 3);
      assert.equal(new Set(received.map(({ headers }) => headers['idempotency-key'])).size, 1);
      assert.deepEqual(
        told.retries.map(({ attempt, error }) => [attempt, error.code]),
        [
          [1, code],
          [2, code],
        ],
      );
    });

    it(`is told after ${what} with retries: 0, which is one request`, async () => {
      const { client, received } = await setUp([step], { retries: 0 });
      const error = await errorOf(client.cart.reserve(reserveBody, session));
      assert.deepEqual([error.code, error.attempts, received.length], [code, 1, 1]);
      assert.equal(error.idempotencyKey, received[0]?.headers['idempotency-key']);
    });
  }

  const lasting: [status: number, code: string][] = [
    [400, 'invalid-request'],
    [401, 'unauthorized'],
    [403, 'tag-not-of-account'],
    [404, 'not-found'],
    [409, 'another-conflict'],
    [413, 'payload-too-large'],
    [415, 'unsupported-media-type'],
    [422, 'idempotency-key-reused'],
    [431, 'headers-too-large'],
    [501, 'not-implemented'],
  ];
  for (const [status, code] of lasting) {
    it(`is never repeated after ${status}`, async () => {
      const { client, received } = await setUp([refuse(status, code)]);
      const error = await errorOf(client.cart.reserve(reserveBody, session));
      assert.deepEqual([error.code, error.status, error.attempts, received.length], [code, status, 1, 1]);
      assert.deepEqual(error.errors, [{ code, message: `because of ${code}`, value: {} }]);
    });
  }

  it('is never repeated after a redirect, and the key goes nowhere else', async () => {
    const other = await setUp([json(reserved)]);
    const { client } = await setUp([
      (response) => response.writeHead(307, { location: `${other.baseUrl}/` }).end(),
    ]);
    const error = await errorOf(client.cart.reserve(reserveBody, session));
    assert.deepEqual([error.code, error.status, error.attempts], ['http-error', 307, 1]);
    assert.equal(other.received.length, 0);
  });

  it('gives up after its retries, with the last answer', async () => {
    const { client, received } = await setUp([
      refuse(500, 'internal'),
      refuse(500, 'internal'),
      refuse(503, 'unavailable'),
    ]);
    const error = await errorOf(client.cart.reserve(reserveBody, session));
    assert.deepEqual([error.code, error.status, error.attempts, received.length], ['unavailable', 503, 3, 3]);
  });

  it('waits at random, each time at most twice as long as before', async () => {
    const { client, told } = await setUp([refuse(500, 'internal')], { retries: 4 });
    await errorOf(client.cart.reserve(reserveBody, session));
    const delays = told.retries.map(({ delay }) => delay);
    assert.equal(new Set(delays).size, 4);
    delays.forEach((delay, index) => assert.ok(delay >= 0 && delay <= 100 * 2 ** index, String(delay)));
  });

  it('ends with the total time-out, whatever is left of its retries', async () => {
    const { client } = await setUp([hang], { timeout: 12_000, totalTimeout: 30_000, retries: 1_000 });
    const error = await errorOf(client.cart.reserve(reserveBody, session));
    // The last one had the 6 s that were left.
    assert.deepEqual([error.code, error.attempts], ['timeout', 3]);
  });

  it('ends with the total time-out while a body stalls, whatever an attempt may take', async () => {
    const { client } = await setUp([stall], { timeout: Infinity, totalTimeout: 5_000 });
    const error = await errorOf(client.cart.reserve(reserveBody, session));
    assert.deepEqual([error.code, error.attempts], ['timeout', 1]);
  });

  it('ends with the total time-out while the body of a refusal stalls', async () => {
    const step: Step = (response) => void response.writeHead(503, { 'content-length': 9 }).write('{');
    const { client } = await setUp([refuse(500, 'internal'), step], { timeout: 20_000, totalTimeout: 5_000 });
    const error = await time.untilSettled(errorOf(client.cart.reserve(reserveBody, session)));
    assert.deepEqual([error.code, error.attempts], ['timeout', 2]);
  });

  for (const [what, body] of [
    ['its headers', undefined],
    ['its body', { status: 200, headers: new Headers(), text: () => new Promise<string>(() => undefined) }],
  ] as const) {
    it(`ends with the total time-out when a fetch minds no signal and keeps ${what}`, async () => {
      const { client } = clientOf('https://upsells.example', {
        timeout: Infinity,
        totalTimeout: 5_000,
        fetch: () => (body ? Promise.resolve(body) : new Promise(() => undefined)),
      });
      const error = await time.untilSettled(errorOf(client.cart.reserve(reserveBody, session)));
      assert.deepEqual([error.code, error.attempts], ['timeout', 1]);
    });
  }

  it('holds nothing up when a fetch minds no signal', async () => {
    const { client } = clientOf('https://upsells.example', {
      timeout: 50,
      retries: 0,
      fetch: () => new Promise(() => undefined),
    });
    assert.equal((await errorOf(client.cart.reserve(reserveBody, session))).code, 'timeout');
  });

  for (const [what, answer] of [
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['half a header', 'HTTP/1.1 200 OK\r\ncontent-'],
  ] as const) {
    it(`is repeated after ${what}`, async () => {
      const server = closing(await openTcpServer((socket) => socket.once('data', () => socket.end(answer))));
      const { client } = clientOf(server.baseUrl, { retries: 1 });
      const error = await errorOf(client.cart.reserve(reserveBody, session));
      assert.deepEqual([error.code, error.attempts, server.connections()], ['network-error', 2, 2]);
    });
  }

  it('is repeated when the connection is closed before it was read', async () => {
    const server = closing(await openTcpServer((socket) => socket.end()));
    const { client } = clientOf(server.baseUrl, { retries: 1 });
    assert.equal((await errorOf(client.cart.reserve(reserveBody, session))).attempts, 2);
  });
});
