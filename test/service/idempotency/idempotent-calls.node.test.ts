import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { IdempotentCalls } from '../../../src/service/idempotency/idempotent-calls.ts';
import { Refusal } from '../../../src/service/refusal.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { HOUR, openShop, type Shop } from '../reservation/shop.ts';
import { callsOn } from '../support/calls.ts';

let shop: Shop;
let calls: IdempotentCalls;
let count: number;
beforeEach(async () => {
  shop = await openShop();
  calls = callsOn(shop.store);
  count = 0;
});

interface Scope {
  readonly by?: IdempotentCalls;
  readonly idempotencyKey?: string | undefined;
  readonly operation?: string;
  readonly accountId?: string;
  readonly body?: unknown;
}

/** A call that takes one parking away, and answers how many calls have done so. */
async function call({ by = calls, ...scope }: Scope = {}): Promise<{ count: number }> {
  const { text } = await by.run(
    { accountId: 'shop', operation: 'reserve', idempotencyKey: 'key', body: {}, ...scope },
    async () => shop.now,
    async (tx) => {
      await tx.run(
        `UPDATE stock SET available = available - 1, supplied = supplied - 1 WHERE sku = 'parking'`,
      );
      count++;
      return { sessionId: 'session', text: JSON.stringify({ count }) };
    },
  );
  return JSON.parse(text) as { count: number };
}

/** A store whose transactions begin once `open()` was called. */
function gated(store: Store): { readonly store: Store; readonly open: () => void } {
  const gate = createDeferred<undefined>();
  const transaction: Store['transaction'] = async (work) => {
    await gate.promise;
    return store.transaction(work);
  };
  return {
    store: { ...store, waiting: 0, transaction },
    open: () => gate.resolve(undefined),
  };
}

function isRefusal(code: string) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}

describe('a call under an Idempotency-Key', () => {
  it('is answered as the first was, which alone changes anything', async () => {
    assert.deepEqual(await call(), { count: 1 });
    assert.deepEqual(await call(), { count: 1 });
    assert.equal(await shop.available('parking'), 2);
  });

  it('is answered so after a restart, for 24 h', async () => {
    await call();
    shop.now += 24 * HOUR;
    assert.deepEqual(await call({ by: callsOn(shop.store) }), { count: 1 });
    shop.now += 1;
    assert.deepEqual(await call(), { count: 2 });
    assert.deepEqual(await call(), { count: 2 });
  });

  it('counts by account, operation and key', async () => {
    await shop.addAccount('other');
    await shop.supply('parking', 6);
    const others = [{ accountId: 'other' }, { operation: 'confirm' }, { idempotencyKey: 'other' }];
    const keyless = { idempotencyKey: undefined };
    for (const scope of [{}, {}, ...others, ...others, keyless, keyless]) await call(scope);
    assert.equal(count, 6);
    assert.equal((await shop.rows('SELECT * FROM answered_request')).length, 4);
  });

  it('is refused with another body, also while the first is under way', async () => {
    const { store, open } = gated(shop.store);
    const by = callsOn(store);
    const first = call({ by });
    await assert.rejects(call({ by, body: { other: 1 } }), isRefusal('idempotency-key-reused'));
    open();
    await first;
    await assert.rejects(call({ body: { other: 1 } }), isRefusal('idempotency-key-reused'));
    assert.equal(await shop.available('parking'), 2);
  });

  it('waits for the first, and gets its answer', async () => {
    const { store, open } = gated(shop.store);
    const by = callsOn(store);
    const twins = [call({ by }), call({ by }), call({ by })];
    open();
    assert.deepEqual(await Promise.all(twins), [{ count: 1 }, { count: 1 }, { count: 1 }]);
    assert.equal(await shop.available('parking'), 2);
  });

  it('is refused as in progress when the first takes too long, and can be repeated', async () => {
    const { store, open } = gated(shop.store);
    const by = callsOn(store, { waitLimit: 1 });
    const first = call({ by });
    await assert.rejects(call({ by }), isRefusal('request-in-progress'));
    open();
    await first;
    assert.deepEqual(await call({ by }), { count: 1 });
  });

  it('is done anew when the first has failed', async () => {
    const key = { accountId: 'shop', operation: 'reserve', idempotencyKey: 'key', body: {} };
    const clock = async () => shop.now;
    const failed = calls.run(key, clock, async () => {
      throw new Refusal('not-confirmed', {});
    });
    const twin = call();
    await assert.rejects(failed, isRefusal('not-confirmed'));
    assert.deepEqual(await twin, { count: 1 });
    assert.equal(await shop.available('parking'), 2);
  });
});
