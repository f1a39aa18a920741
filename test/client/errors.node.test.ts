import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drop, hang, json, refuse, stall, type Step } from './open-server.ts';
import { bodyOf, errorOf, holdTime, reserveBody, reserved, session, setUp } from './set-up.ts';

const time = holdTime();

describe('an aborted call', () => {
  it('sends nothing when it is aborted already', async () => {
    const { client, received } = await setUp([json(reserved)]);
    const reason = new Error('the shopper left');
    const error = await errorOf(
      client.cart.reserve(reserveBody, { ...session, signal: AbortSignal.abort(reason) }),
    );
    assert.deepEqual([error.code, error.attempts, received.length], ['aborted', 0, 0]);
    assert.equal(error.cause, reason);
  });

  for (const [what, step, from] of [
    ['an answer', hang, 'request'],
    ['the rest of a body', stall, 'response'],
    ['the next attempt', refuse(429, 'rate-limited', { 'retry-after': '20' }), 'retry'],
  ] as const) {
    it(`ends at once while it waits for ${what}`, async () => {
      const controller = new AbortController();
      const abort = () => controller.abort();
      const at = (place: string) => {
        if (place !== from) return;
        if (place === 'request') abort();
        else setImmediate(abort);
      };
      const answer: typeof step = (...given) => {
        step(...given);
        at('request');
      };
      const { client } = await setUp([answer], {
        fetch: (...given) => fetch(...given).finally(() => at('response')),
        onRetry: () => at('retry'),
      });
      const error = await errorOf(
        client.cart.reserve(reserveBody, { ...session, signal: controller.signal }),
      );
      // No time has passed: it has waited for nothing.
      assert.deepEqual([error.code, error.attempts], ['aborted', 1]);
      assert.equal((error.cause as Error).name, 'AbortError');
    });
  }

  it('leaves nothing on the signal of a caller who uses it again', async () => {
    const { client } = await setUp([drop, json(reserved)]);
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener: add, removeEventListener: remove } = signal;
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners++;
      add.apply(signal, given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners--;
      remove.apply(signal, given);
    };
    await client.cart.reserve(reserveBody, { ...session, signal });
    assert.equal(listeners, 0);
  });
});

describe('a hook', () => {
  /** Answers after 5.5 ms. */
  const slowly =
    (step: Step): Step =>
    (...given) =>
      void time.pass(5.5).then(() => step(...given));

  it('is told of every request, answer and retry', async () => {
    const { client, told, baseUrl } = await setUp([slowly(refuse(500, 'internal')), slowly(json(reserved))]);
    await client.cart.reserve(reserveBody, { ...session, idempotencyKey: 'k' });
    const about = { operation: 'cart.reserve', url: `${baseUrl}/v1/cart/reserve`, idempotencyKey: 'k' };
    assert.deepEqual(told.requests, [
      { ...about, attempt: 1 },
      { ...about, attempt: 2 },
    ]);
    assert.deepEqual(
      told.responses.map(({ attempt, status }) => [attempt, status]),
      [
        [1, 500],
        [2, 200],
      ],
    );
    for (const { duration } of told.responses) assert.ok(duration >= 5 && duration < 6, String(duration));
    assert.deepEqual([told.retries.length, told.retries[0]?.error.code], [1, 'internal']);
  });

  it('that throws or rejects breaks no call', async () => {
    const fail = () => {
      throw new Error('hook');
    };
    const { client } = await setUp([refuse(500, 'internal'), json(reserved)], {
      onRequest: fail,
      onResponse: () => Promise.reject(new Error('hook')),
      onRetry: fail,
    });
    assert.deepEqual(await bodyOf(client.cart.reserve(reserveBody, session)), reserved);
  });
});
