import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTransactionClient, toMinorUnits } from '../../src/client/index.ts';
import { ENDPOINTS, HEADERS } from '../../src/contract/endpoints.ts';
import { readSamples } from '../../tools/wire/samples.mjs';
import { json } from './open-server.ts';
import {
  bodyOf,
  apiKey,
  cartId,
  clientOf,
  confirmed,
  confirmHeld,
  errorOf,
  reserveBody,
  reserved,
  session,
  setUp,
} from './set-up.ts';

const items = [{ cartItemId: 'a', itemReservationId: 'r' }];
type Client = Awaited<ReturnType<typeof setUp>>['client'];
const calls: [id: keyof typeof ENDPOINTS, answer: unknown, run: (client: Client) => Promise<unknown>][] = [
  ['placements.any', { result: true }, ({ placements }) => placements.any({ cartId }, session)],
  ['cart.reserve', reserved, ({ cart }) => cart.reserve(reserveBody, session)],
  ['cart.confirm', confirmed, ({ cart }) => cart.confirm(confirmHeld, session)],
  [
    'cart.release',
    { cartId, items: [{ ...items[0], success: true }] },
    ({ cart }) => cart.release({ cartId, items }, session),
  ],
  [
    'confirmation.cancel',
    { itemReservationId: 'r', success: true },
    ({ confirmation }) => confirmation.cancel({ itemReservationId: 'r' }),
  ],
];

describe('the transaction client', () => {
  for (const [id, answer, run] of calls) {
    it(`calls ${id} where the contract says, with its headers, and gives its answer`, async () => {
      const { client, received } = await setUp([json(answer)]);
      const expected = id === 'placements.any' ? { result: true, ...session } : answer;
      assert.deepEqual(await bodyOf(run(client)), expected);
      const [request] = received;
      assert.equal(request?.path, ENDPOINTS[id].path);
      assert.equal(request.headers[HEADERS.apiKey], apiKey);
      assert.equal(request.headers[HEADERS.tagId], '253_439d21r21r21321');
      assert.equal(request.headers['content-type'], 'application/json');
      assert.equal(request.headers.accept, 'application/json');
      assert.match(String(request.headers[HEADERS.idempotencyKey]), /^[0-9a-f-]{36}$/);
    });
  }

  it('sends the session, the language and the key that it is given', async () => {
    const { client, received } = await setUp([json({ result: true })]);
    await client.placements.any({ cartId }, { ...session, acceptLanguage: 'en-US', idempotencyKey: 'mine' });
    const [{ headers }] = received as [(typeof received)[0]];
    assert.equal(headers[HEADERS.sessionId], session.sessionId);
    assert.equal(headers[HEADERS.acceptLanguage], 'en-US');
    assert.equal(headers[HEADERS.idempotencyKey], 'mine');
  });

  it('gives the session that the server has generated', async () => {
    const { client } = await setUp([json({ result: false }, 200, { 'rokt-session-id': 'new' })]);
    assert.deepEqual(await bodyOf(client.placements.any({ cartId })), { result: false, sessionId: 'new' });
  });

  it('takes every answer of the samples', async () => {
    const byId = { ReserveAnswer: 'reserve', ConfirmAnswer: 'confirm', ReleaseAnswer: 'release' } as const;
    for (const { schema, value } of readSamples()) {
      if (!(schema in byId)) continue;
      const name = byId[schema as keyof typeof byId];
      const { client } = await setUp([json(value)]);
      const body = { cartId, orderId: 'o', items: [] };
      assert.deepEqual(await bodyOf(client.cart[name](body, session)), value);
    }
  });

  it('keeps the path of its base URL, with and without a slash', async () => {
    for (const ending of ['/partner', '/partner/', '/partner//']) {
      const { baseUrl, received } = await setUp([json({ result: true })]);
      const { client } = clientOf(baseUrl + ending);
      await client.placements.any({ cartId });
      assert.equal(received[0]?.path, '/partner/v1/placements/any');
    }
  });

  it('refuses a call without the session that it needs, before any request', async () => {
    const { client, received } = await setUp([json(reserved)]);
    const none = { sessionId: '' };
    for (const promise of [
      client.cart.reserve(reserveBody, none),
      client.cart.reserve(reserveBody, undefined as never),
      client.cart.release({ cartId, items: [] }, none),
      client.cart.confirm(confirmHeld, none),
      client.cart.confirm(confirmHeld, undefined as never),
    ]) {
      const { code, attempts } = await errorOf(promise);
      assert.deepEqual([code, attempts], ['session-required', 0]);
    }
    assert.equal(received.length, 0);
  });

  it('confirms an order without items without a session', async () => {
    const { client } = await setUp([json({ cartId, orderId: 'A-1', items: [] })]);
    assert.deepEqual((await client.cart.confirm({ cartId, orderId: 'A-1', items: [] })).items, []);
  });

  it('sends what the body was when it was called', async () => {
    const { client, received } = await setUp([(response) => response.destroy(), json(reserved)]);
    const body = { cartId, items: [{ cartItemId: 'a', quantity: 1 }] };
    const call = client.cart.reserve(body, session);
    body.items[0]!.quantity = 9;
    await call;
    assert.deepEqual(
      received.map((request) => request.body),
      [JSON.stringify(reserveBody), JSON.stringify(reserveBody)],
    );
  });

  it('rejects a body or a header that cannot be sent, before any request', async () => {
    const { client, received } = await setUp([json(reserved)]);
    await assert.rejects(client.placements.any(undefined as never), TypeError);
    for (const wrong of ['a\nb', 'ü', ' a', ''])
      await assert.rejects(
        client.placements.any({ cartId }, { idempotencyKey: wrong }),
        /^TypeError: idempotencyKey: expected/,
      );
    await assert.rejects(
      client.cart.reserve(reserveBody, { sessionId: 'a\r\nb' }),
      /^TypeError: sessionId: expected/,
    );
    assert.equal(received.length, 0);
  });

  for (const [currency, price, fault] of [
    ['JPY', 1.5, 'whole minor units of JPY (0 decimals), got 1.5'],
    ['USD', 0.1 + 0.2, 'whole minor units of USD (2 decimals), got 0.30000000000000004'],
    ['kwd', 1.2345, 'whole minor units of kwd (3 decimals), got 1.2345'],
    ['USD', 1e308, 'no more than 2 ** 53 minor units, got 1e+308'],
  ] as const) {
    it(`refuses ${price} ${currency} in a confirm by its path, before any request`, async () => {
      const { client, received } = await setUp([json(confirmed)]);
      const [held] = confirmHeld.items;
      const items = [held!, { ...held!, currency, unitPrice: price, totalPrice: price }];
      await assert.rejects(client.cart.confirm({ ...confirmHeld, items }, session), {
        name: 'RangeError',
        message: `items[1].unitPrice: expected ${fault}; items[1].totalPrice: expected ${fault}`,
      });
      assert.equal(received.length, 0);
    });
  }

  for (const terms of [
    { currency: 'KWD', unitPrice: 1.234, totalPrice: 3.702 },
    { currency: 'HUF', unitPrice: 1990.5 },
    { unitPrice: 0.1 + 0.2 },
    { currency: 'XAU', unitPrice: 0.1 + 0.2 },
  ]) {
    it(`sends ${JSON.stringify(terms)} in a confirm as it is`, async () => {
      const { client, received } = await setUp([json(confirmed)]);
      const body = { ...confirmHeld, items: [{ ...confirmHeld.items[0]!, ...terms }] };
      assert.deepEqual(await bodyOf(client.cart.confirm(body, session)), confirmed);
      assert.deepEqual(JSON.parse(received[0]!.body), body);
    });
  }

  it('comes with the money that its answers are counted in', () => {
    assert.deepEqual([toMinorUnits(35.1, 'USD'), toMinorUnits(1.234, 'KWD')], [3510, 1234]);
  });

  const sound = { apiKey: 'k', tagId: 't', baseUrl: 'https://upsells.example' };
  for (const [options, message] of [
    [{ apiKey: '' }, /^TypeError: apiKey: expected visible ASCII/],
    [{ apiKey: 'top\nsecret' }, /^TypeError: apiKey: expected visible ASCII characters, got string$/],
    [{ apiKey: undefined }, /^TypeError: apiKey: .*got undefined$/],
    [{ tagId: 7 }, /^TypeError: tagId: .*got number$/],
    [{ baseUrl: '' }, /^TypeError: baseUrl: .*got empty string$/],
    [{ baseUrl: undefined }, /^TypeError: baseUrl: .*got undefined$/],
    [{ baseUrl: '/v1' }, /^TypeError: baseUrl/],
    [{ baseUrl: 'ftp://a.example' }, /^TypeError: baseUrl/],
    [{ baseUrl: 'https://a:b@c.example' }, /^TypeError: baseUrl/],
    [{ baseUrl: 'https://a.example/?b' }, /^TypeError: baseUrl/],
    [{ baseUrl: 'https://a.example/?' }, /^TypeError: baseUrl/],
    [{ baseUrl: 'https://a.example/#' }, /^TypeError: baseUrl/],
    [{ timeout: 0 }, /^RangeError: timeout/],
    [{ totalTimeout: NaN }, /^RangeError: totalTimeout/],
    [{ retries: -1 }, /^RangeError: retries/],
    [{ retries: 1.5 }, /^RangeError: retries/],
  ] as const) {
    it(`cannot be made with ${JSON.stringify(options)}`, () => {
      assert.throws(() => createTransactionClient({ ...sound, ...(options as object) }), message);
    });
  }
});
