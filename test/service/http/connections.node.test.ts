import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { ErrorBody as ErrorSchema } from '../../../src/contract/index.ts';
import { compile } from '../../contract/compile.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { until } from '../../support/until.ts';
import { inBytes, talk } from '../support/talk.ts';
import { openShop, type Shop, type ShopOptions } from './shop.ts';

const faultsOf = compile(ErrorSchema);
const partner = [
  'Host: a',
  'rokt-api-key: skeletonkey',
  'rokt-tag-id: 253_439d21r21r21321',
  'rokt-session-id: s',
  'Content-Type: application/json',
];

/** A shop that writes down what its operator is told. */
async function openTold(t: Parameters<typeof openShop>[0], options: ShopOptions = {}) {
  const told: string[] = [];
  const lines: string[] = [];
  const shop = await openShop(t, {
    report: (problem) => told.push(problem),
    logger: { stream: { write: (line: string) => void lines.push(line) }, level: 'error' },
    ...options,
  });
  return { shop, told, lines };
}

/** Sends bytes and hangs up once they are `seen`, as `how` says. */
async function hangUp(
  shop: Shop,
  bytes: string,
  how: 'end' | 'destroy' | 'resetAndDestroy',
  seen: () => boolean,
) {
  const { hostname, port } = new URL(shop.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(bytes);
  await until(seen);
  socket[how]();
  socket.resume();
  if (!socket.closed) await once(socket, 'close');
}

describe('a client that hangs up', () => {
  for (const how of ['end', 'destroy', 'resetAndDestroy'] as const)
    it(`in the middle of its body is no fault of the service: ${how}`, async (t) => {
      const { shop, told, lines } = await openTold(t);
      const start = inBytes('POST /v1/cart/reserve', [...partner, 'Content-Length: 99']);
      await hangUp(shop, `${start}{"cartId":`, how, () => shop.app.inFlight.current === 1);
      await until(() => shop.app.inFlight.current === 0);
      assert.equal((await shop.call('/v1/placements/any', { cartId: 'c' })).status, 200);
      assert.deepEqual([told, lines], [[], []]);
    });

  it('before its answer is no fault of the service', async (t) => {
    const { shop, told, lines } = await openTold(t);
    await shop.call('/v1/placements/any', { cartId: 'c' });
    const gate = createDeferred<undefined>();
    const busy = shop.store.transaction(() => gate.promise);
    const bytes = inBytes('POST /v1/placements/any', partner, '{"cartId":"c"}');
    await hangUp(shop, bytes, 'resetAndDestroy', () => shop.app.inFlight.current === 1);
    gate.resolve(undefined);
    await busy;
    await until(() => shop.app.inFlight.current === 0);
    assert.equal((await shop.call('/v1/placements/any', { cartId: 'c' })).status, 200);
    assert.deepEqual([told, lines], [[], []]);
  });

  it('does not hide a fault that is the service’s', async (t) => {
    const { shop, told } = await openTold(t);
    await shop.store.transaction((tx) => tx.run('DROP TABLE placed_order'));
    const items: unknown[] = [];
    await shop.call('/v1/cart/confirm', { cartId: '1', orderId: '1', items });
    assert.equal(told.length, 1);
    assert.match(told[0]!, /^POST \/v1\/cart\/confirm: /);
  });
});

describe('a request that does not arrive', () => {
  for (const [what, bytes] of [
    ['nothing at all', ''],
    ['half of a head', 'POST /v1/cart/reserve HTTP/1.1\r\nHost: a\r\nrokt-'],
    ['half of a body', `${inBytes('POST /v1/cart/reserve', [...partner, 'Content-Length: 99'])}{`],
  ] as const)
    it(`is 408 in shape, and its connection ends: ${what}`, async (t) => {
      const { shop, told, lines } = await openTold(t, { arrivalLimit: 40 });
      const { status, body } = await talk(shop.url, bytes);
      assert.deepEqual([status, body.errors[0]?.code, faultsOf(body)], [408, 'request-timeout', []]);
      await until(() => shop.app.inFlight.current === 0);
      assert.deepEqual([told, lines], [[], []]);
    });

  it('is one of a bounded number', async (t) => {
    const { app } = await openShop(t);
    assert.equal(app.server.maxConnections, 10_000);
  });
});

describe('what arrives and is no HTTP', () => {
  for (const [what, bytes, expected] of [
    ['a method that there is not', 'BREW /healthz HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    [
      'two lengths',
      inBytes('POST /v1/cart/reserve', [...partner, 'Content-Length: 1', 'Content-Length: 2']),
      400,
    ],
    [
      'a length and chunks',
      inBytes('POST /v1/cart/reserve', [...partner, 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
      400,
    ],
    [
      'a chunk that is none',
      `${inBytes('POST /v1/cart/reserve', [...partner, 'Transfer-Encoding: chunked'])}zz\r\n`,
      400,
    ],
    [
      'a chunk with an endless extension',
      `${inBytes('POST /v1/cart/reserve', [...partner, 'Transfer-Encoding: chunked'])}1;${'a'.repeat(20_000)}\r\n`,
      413,
    ],
    ['another version', 'GET /healthz HTTP/3.0\r\n\r\n', 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['an endless path', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['endless headers', `GET / HTTP/1.1\r\nHost: a\r\n${'a: b\r\n'.repeat(3_000)}\r\n`, 431],
  ] as const)
    it(`is ${expected} in shape: ${what}`, async (t) => {
      const { shop, told, lines } = await openTold(t);
      const { status, body } = await talk(shop.url, bytes);
      assert.deepEqual([status, faultsOf(body)], [expected, []]);
      assert.deepEqual([told, lines], [[], []]);
    });
});
