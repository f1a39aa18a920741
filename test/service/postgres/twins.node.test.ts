import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IdempotentCalls } from '../../../src/service/idempotency/idempotent-calls.ts';
import { Refusal } from '../../../src/service/refusal.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { useServer, withoutPostgres } from './server.ts';
import { openTwice } from './shops.ts';
import { callsOn } from '../support/calls.ts';

describe('two instances on one PostgreSQL', { skip: withoutPostgres }, () => {
  const server = useServer();
  const setUp = () => openTwice(server);

  it('do a call under one Idempotency-Key once, and answer the same twice', async () => {
    const { one, other, shop } = await setUp();
    await shop.supply('parking', 100);
    const instances = [callsOn(one), callsOn(other)];
    const call = (instance: IdempotentCalls, idempotencyKey: string, body: unknown = {}) =>
      instance.run(
        { accountId: 'shop', operation: 'reserve', idempotencyKey, body },
        (tx) => tx.now(),
        async (tx) => {
          const [row] = await tx.all<{ left: number }>(
            `UPDATE stock SET available = available - 1 WHERE sku = 'parking' RETURNING available AS left`,
          );
          return { sessionId: 'session', text: String(row?.left) };
        },
      );
    for (let n = 0; n < 20; n++) {
      const [a, b] = await Promise.all(instances.map((instance) => call(instance, `key-${n}`)));
      assert.equal(a!.text, b!.text);
    }
    assert.equal(await shop.available('parking'), 80);
    await assert.rejects(
      call(instances[1]!, 'key-0', { other: 1 }),
      (error: unknown) => error instanceof Refusal && error.code === 'idempotency-key-reused',
    );
  });

  it('refuse a call as in progress while the other instance takes more than 5 s for its twin', async () => {
    const { one, other } = await setUp();
    const [isClaimed, mayGoOn] = [createDeferred<undefined>(), createDeferred<undefined>()];
    const key = { accountId: 'shop', operation: 'reserve', idempotencyKey: 'key', body: {} };
    const slow = callsOn(one).run(
      key,
      (tx) => tx.now(),
      async () => {
        isClaimed.resolve(undefined);
        await mayGoOn.promise;
        return { sessionId: 'session', text: 'slow' };
      },
    );
    await isClaimed.promise;
    const work = async () => ({ sessionId: 'session', text: 'twin' });
    const twin = () => callsOn(other).run(key, (tx) => tx.now(), work);
    await assert.rejects(
      twin(),
      (error: unknown) => error instanceof Refusal && error.code === 'request-in-progress',
    );
    mayGoOn.resolve(undefined);
    await slow;
    assert.equal((await twin()).text, 'slow');
  });
});
