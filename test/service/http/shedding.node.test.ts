import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorBody as ErrorSchema } from '../../../src/contract/index.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { compile } from '../../contract/compile.ts';
import { until } from '../../support/until.ts';
import { openShop, type Response } from './shop.ts';
import { makeBriefDatabase } from '../support/database.ts';

const faultsOf = compile(ErrorSchema);

/** Keeps the event loop from everything else for so many ms. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function assertUnavailable({ status, headers, body }: Response): void {
  assert.deepEqual([status, headers.get('retry-after'), faultsOf(body)], [503, '1', []]);
  assert.equal((body as { errors: { code: string }[] }).errors[0]?.code, 'unavailable');
}

describe('a service with too much to do', () => {
  it('refuses calls at once while its event loop is late, and says when to come again', async (t) => {
    const shop = await openShop(t, { loopDelayLimit: 20 });
    const answers: Response[] = [];
    while (answers.at(-1)?.status !== 503) {
      block(100);
      answers.push(await shop.call('/v1/placements/any', { cartId: 'cart' }));
    }
    assertUnavailable(answers.at(-1)!);
    const alive = [await fetch(`${shop.url}/healthz`), await fetch(`${shop.url}/readyz`)];
    assert.deepEqual(
      alive.map(({ status }) => status),
      [200, 200],
    );
    while (answers.at(-1)?.status === 503)
      answers.push(await shop.call('/v1/placements/any', { cartId: 'cart' }));
    assert.equal(answers.at(-1)?.status, 200, 'and answers again when it is over');
  });

  it('answers however late it is, where it is told no limit', async (t) => {
    const shop = await openShop(t);
    for (let turn = 0; turn < 12; turn++) {
      block(100);
      assert.equal((await shop.call('/v1/placements/any', { cartId: 'cart' })).status, 200);
    }
  });

  it('refuses what would wait behind too many others for the database', async (t) => {
    const database = await makeBriefDatabase();
    const gate = createDeferred<undefined>();
    const shop = await openShop(t, { database: { ...database, open: (now) => database.open(now, 3) } });
    await shop.call('/v1/placements/any', { cartId: 'cart' });
    const started: Promise<string>[] = [];
    let begun = 0;
    const work = async () => {
      begun++;
      await gate.promise;
      return 'done';
    };
    started.push(shop.store.transaction(work));
    await until(() => begun === 1);
    while (shop.store.waiting < 3) {
      started.push(shop.store.transaction(work));
      await until(() => begun + shop.store.waiting >= started.length);
    }
    const refused = await shop.call('/v1/cart/confirm', { cartId: 'c', orderId: 'o', items: [] });
    gate.resolve(undefined);
    assertUnavailable(refused);
    assert.deepEqual([...new Set(await Promise.all(started))], ['done'], 'who waits is done');
    const { status } = await shop.call('/v1/cart/confirm', { cartId: 'c', orderId: 'o', items: [] });
    assert.equal(status, 200, 'and does it when they are done');
  });
});
