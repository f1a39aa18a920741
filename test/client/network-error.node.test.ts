import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { drop, openTcpServer } from './open-server.ts';
import { clientOf, errorOf, reserveBody, session, setUp } from './set-up.ts';

/** The message of a call whose fetch fails with `reason`. */
async function messageOf(reason: unknown): Promise<string> {
  const { client } = clientOf('https://upsells.example:8443/partner', {
    retries: 0,
    fetch: () => Promise.reject(reason),
  });
  const { code, message } = await errorOf(client.cart.reserve(reserveBody, session));
  assert.equal(code, 'network-error');
  return message;
}

describe('a network error', () => {
  it('names the host where nobody listens, and is repeated', async () => {
    const gone = await openTcpServer((socket) => socket.destroy());
    gone.close();
    const { client } = clientOf(gone.baseUrl, { retries: 1 });
    const error = await errorOf(client.cart.reserve(reserveBody, session));
    assert.deepEqual([error.code, error.attempts], ['network-error', 2]);
    assert.match(String((error.cause as Error).cause), /ECONNREFUSED/);
    assert.equal(error.message, `cart.reserve: network-error: ${new URL(gone.baseUrl).host}: ECONNREFUSED`);
  });

  it('names the host whose name nobody knows', async () => {
    const { client } = clientOf('https://upsells.invalid', { retries: 0 });
    const { message } = await errorOf(client.cart.reserve(reserveBody, session));
    assert.match(message, /^cart\.reserve: network-error: upsells\.invalid: (?:ENOTFOUND|EAI_AGAIN)$/);
  });

  it('names the host that has cut the connection', async () => {
    const { client, baseUrl } = await setUp([drop], { retries: 0 });
    const { message } = await errorOf(client.cart.reserve(reserveBody, session));
    assert.equal(message, `cart.reserve: network-error: ${new URL(baseUrl).host}: UND_ERR_SOCKET`);
  });

  const failed = 'fetch failed';
  for (const [what, reason, shown] of [
    ['the innermost code', new TypeError(failed, { cause: coded('ECONNRESET', coded('EPIPE')) }), 'EPIPE'],
    [
      'a code whose own cause has none',
      new TypeError(failed, { cause: coded('E_TLS', new Error('deep')) }),
      'E_TLS',
    ],
    [
      'the innermost message, without a code',
      new TypeError(failed, { cause: new Error('bad port') }),
      'bad port',
    ],
    ['the message, without a cause', new TypeError('Failed to fetch'), 'Failed to fetch'],
    [
      'a cause of another realm, as in a test in a VM',
      runInNewContext(`const cause = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
      new TypeError('fetch failed', { cause })`) as unknown,
      'ENOTFOUND',
    ],
    ['a text', 'offline', 'offline'],
    ['a cause that is a text', new TypeError(failed, { cause: 'offline' }), 'offline'],
  ] as const) {
    it(`names ${what}`, async () => {
      assert.equal(await messageOf(reason), `cart.reserve: network-error: upsells.example:8443: ${shown}`);
    });
  }

  for (const [what, reason] of [
    ['nothing', undefined],
    ['null', null],
    ['an object without a prototype', Object.create(null) as object],
  ] as const) {
    it(`names the host when a fetch fails with ${what}`, async () => {
      assert.match(await messageOf(reason), /^cart\.reserve: network-error: upsells\.example:8443/);
    });
  }

  it('goes round no causes without end', async () => {
    const round = new TypeError(failed);
    round.cause = round;
    assert.match(await messageOf(round), /: fetch failed$/);
  });
});

function coded(code: string, cause?: unknown): Error {
  return Object.assign(new Error(`because of ${code}`, { cause }), { code });
}
