import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drop, hang, json, openTcpServer, refuse, stall, truncate, type Step } from './open-server.ts';
import {
  bodyOf,
  clientOf,
  confirmed,
  confirmHeld,
  confirmUnheld,
  errorOf,
  heldItem,
  holdTime,
  session,
  setUp,
} from './set-up.ts';

holdTime();

const unknown: [what: string, step: Step][] = [
  ['a cut connection', drop],
  ['no answer in time', hang],
  ['a body that stalls', stall],
  ['a body that breaks off', truncate],
  ['408', refuse(408, 'request-timeout')],
  ['409', refuse(409, 'request-in-progress')],
  ['500', refuse(500, 'internal')],
  ['502', (response) => response.writeHead(502).end('<html>')],
  ['503', refuse(503, 'unavailable', { 'retry-after': '0' })],
  ['504', refuse(504, 'timeout')],
  ['an answer that is none', (response) => response.writeHead(200).end('<html>')],
  ['a redirect', (response) => response.writeHead(303, { location: '/done' }).end()],
];

describe('a confirm with an item that has no reservation', () => {
  for (const [what, step] of unknown) {
    it(`is not repeated after ${what}: its outcome is unknown`, async () => {
      const { client, received } = await setUp([step, json(confirmed)]);
      const error = await errorOf(client.cart.confirm(confirmUnheld, session));
      assert.deepEqual([error.code, error.attempts, received.length], ['outcome-unknown', 1, 1]);
      assert.equal(error.idempotencyKey, received[0]?.headers['idempotency-key']);
    });
  }

  it('is not repeated when one of its items has a reservation', async () => {
    const { client, received } = await setUp([drop, json(confirmed)]);
    const body = { ...confirmUnheld, items: [...confirmHeld.items, ...confirmUnheld.items] };
    assert.equal((await errorOf(client.cart.confirm(body, session))).code, 'outcome-unknown');
    assert.equal(received.length, 1);
  });

  it('is not repeated when an empty text stands for the reservation', async () => {
    const { client, received } = await setUp([drop, json(confirmed)]);
    const items = [{ cartItemId: 'a', itemReservationId: '', quantity: 1 }];
    assert.equal(
      (await errorOf(client.cart.confirm({ ...confirmHeld, items }, session))).code,
      'outcome-unknown',
    );
    assert.equal(received.length, 1);
  });

  it('has an unknown outcome when it is aborted on its way', async () => {
    const controller = new AbortController();
    const { client } = await setUp([() => controller.abort(), json(confirmed)]);
    const error = await errorOf(
      client.cart.confirm(confirmUnheld, { ...session, signal: controller.signal }),
    );
    assert.deepEqual([error.code, error.attempts], ['outcome-unknown', 1]);
  });

  for (const [status, code] of [
    [400, 'invalid-request'],
    [401, 'unauthorized'],
    [422, 'idempotency-key-reused'],
    [429, 'rate-limited'],
  ] as const) {
    it(`is refused for certain by ${status}, and not repeated either`, async () => {
      const { client, received } = await setUp([
        refuse(status, code, { 'retry-after': '0' }),
        json(confirmed),
      ]);
      const error = await errorOf(client.cart.confirm(confirmUnheld, session));
      assert.deepEqual([error.code, error.attempts, received.length], [code, 1, 1]);
    });
  }

  it('is repeated as long as it could not be sent', async () => {
    const gone = await openTcpServer((socket) => socket.destroy());
    gone.close();
    const { client } = clientOf(gone.baseUrl, { retries: 2 });
    const error = await errorOf(client.cart.confirm(confirmUnheld, session));
    assert.deepEqual([error.code, error.attempts], ['network-error', 3]);
  });

  it('is repeated like any other where the server keeps idempotency keys', async () => {
    const { client, received } = await setUp([drop, refuse(503, 'unavailable'), json(confirmed)], {
      idempotent: true,
    });
    assert.deepEqual(await bodyOf(client.cart.confirm(confirmUnheld, session)), confirmed);
    assert.equal(new Set(received.map(({ headers }) => headers['idempotency-key'])).size, 1);
    assert.equal(received.length, 3);
  });
});

describe('a confirm whose items are all reserved', () => {
  it('is repeated: a reservation is confirmed once', async () => {
    const { client, received } = await setUp([drop, refuse(500, 'internal'), json(confirmed)]);
    assert.deepEqual(await bodyOf(client.cart.confirm(confirmHeld, session)), confirmed);
    assert.equal(received.length, 3);
    assert.match(received[2]!.body, new RegExp(heldItem.itemReservationId));
  });

  it('is repeated without items, too', async () => {
    const answer = { cartId: confirmHeld.cartId, orderId: 'A-1', items: [] };
    const { client, received } = await setUp([drop, json(answer)]);
    assert.deepEqual(await bodyOf(client.cart.confirm({ ...confirmHeld, items: [] })), answer);
    assert.equal(received.length, 2);
  });
});
