import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import type { Clock } from '../../../src/service/clock.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { until } from '../../support/until.ts';
import { openShop } from './shop.ts';

/** A connection that has sent these bytes, and whether it is open. */
async function openConnection(url: string, bytes = '') {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (bytes !== '') socket.write(bytes);
  const ended = once(socket.resume(), 'close');
  return { socket, ended };
}

describe('connections of a service that closes', () => {
  const head = 'POST /v1/cart/reserve HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

  it('end at once where they have said nothing', async (t) => {
    const service = await openShop(t, { grace: 3_600_000 });
    const { ended } = await openConnection(service.url);
    // The service has taken it once it answers another.
    await fetch(`${service.url}/healthz`);
    await Promise.all([service.app.close(), ended]);
  });

  it('end at once where they wait for a next request', async (t) => {
    const service = await openShop(t, { grace: 3_600_000 });
    const { socket, ended } = await openConnection(service.url, 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
    await until(() => socket.bytesRead > 0);
    await until(() => service.app.inFlight.current === 0);
    await Promise.all([service.app.close(), ended]);
  });

  for (const [what, bytes] of [
    ['half of a head', head],
    ['half of a body', `${head}Content-Length: 99\r\n\r\n{`],
  ] as const)
    it(`end with the grace where they have sent ${what}`, async (t) => {
      const service = await openShop(t, { grace: 200 });
      const { socket, ended } = await openConnection(service.url, bytes);
      await until(() => socket.bytesWritten === bytes.length);
      await fetch(`${service.url}/healthz`);
      await Promise.all([service.app.close(), ended]);
    });

  it('have what is under way answered, and end then', async (t) => {
    const [isAsked, mayGoOn] = [createDeferred<undefined>(), createDeferred<undefined>()];
    const clock: Clock = {
      async now(tx) {
        isAsked.resolve(undefined);
        await mayGoOn.promise;
        return tx.now();
      },
    };
    const service = await openShop(t, { grace: 3_600_000, clock });
    const answer = service.call('/v1/placements/any', { cartId: 'c' });
    await isAsked.promise;
    const closed = service.app.close();
    await until(() => !service.app.server.listening);
    mayGoOn.resolve(undefined);
    const { status, headers } = await answer;
    assert.deepEqual([status, headers.get('connection')], [200, 'close']);
    await closed;
  });
});
