import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { auditRows } from '../../src/service/audit/audit.ts';
import { storeClock } from '../../src/service/clock.ts';
import { KEPT_FOR } from '../../src/service/durations.ts';
import { Sweeper } from '../../src/service/sweeper.ts';
import { openShop, type ShopOptions } from './http/shop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const keptFor = { selections: HOUR, answers: 2 * HOUR, holds: 3 * HOUR, messages: 4 * HOUR };

/** A shop that keeps rows for hours, and what is left in its tables after a sweep. */
async function openForgetful(t: Parameters<typeof openShop>[0], options: ShopOptions = {}) {
  const shop = await openShop(t, { keptFor, ...options });
  const count = async (table: string, where = '1 = 1') => {
    const sql = `SELECT COUNT(*) AS "rows" FROM ${table} WHERE ${where}`;
    const [found] = await shop.store.transaction((tx) => tx.all<{ rows: number }>(sql));
    return found?.rows;
  };
  const reserve = async (cartId: string, cartItemId: string, headers = {}) => {
    const { body } = await shop.call(
      '/v1/cart/reserve',
      { cartId, items: [{ cartItemId, quantity: 1 }] },
      headers,
    );
    return body.items[0]!;
  };
  const sweeper = new Sweeper({
    ...{ store: shop.store, clock: storeClock },
    keptFor: { ...KEPT_FOR, ...options.keptFor, ...keptFor },
    report: (problem) => assert.equal(problem, undefined),
  });
  return { shop, count, reserve, sweep: () => sweeper.sweep() };
}

describe('a retention that is told', () => {
  it('ends an offer, to buy and as a row', async (t) => {
    const { shop, count, reserve, sweep } = await openForgetful(t);
    const [early, late] = [await shop.offered('parking-a'), await shop.offered('parking-a')];
    shop.pass(HOUR - 1);
    assert.equal((await reserve('early', early)).success, true);
    shop.pass(1);
    const refused = await reserve('late', late);
    assert.equal(!refused.success && refused.error.code, 'unknown-cart-item');
    shop.pass(1);
    await sweep();
    assert.equal(await count('offered_item'), 1, 'what a hold names stays');
  });

  it('may be longer than usual: an offer can be bought that long', async (t) => {
    const { shop, reserve } = await openForgetful(t, { keptFor: { selections: 48 * HOUR } });
    const item = await shop.offered('parking-a');
    shop.pass(47 * HOUR);
    assert.equal((await reserve('cart', item)).success, true);
  });

  it('ends an Idempotency-Key, to repeat and as a row', async (t) => {
    const { shop, count, reserve, sweep } = await openForgetful(t);
    const headers = { 'idempotency-key': 'once' };
    const [one, other] = [await shop.offered('parking-a'), await shop.offered('parking-a')];
    await reserve('cart', one, headers);
    shop.pass(2 * HOUR);
    const reused = await shop.send(
      '/v1/cart/reserve',
      { cartId: 'cart', items: [{ cartItemId: other, quantity: 1 }] },
      {
        'rokt-api-key': 'skeletonkey',
        'rokt-tag-id': '253_439d21r21r21321',
        'rokt-session-id': 's',
        ...headers,
      },
    );
    assert.equal(reused.status, 422);
    shop.pass(1);
    assert.notEqual(await reserve('cart', other, headers), undefined);
    shop.pass(2 * HOUR + 1);
    await sweep();
    assert.equal(await count('answered_request'), 0);
  });

  it('forgets holds and messages, and the audit that knows of it misses none', async (t) => {
    const { shop, count, reserve, sweep } = await openForgetful(t);
    await reserve('over', await shop.offered('parking-a'));
    const held = await reserve('sold', await shop.offered('parking-a'));
    assert.ok(held.success);
    await shop.call('/v1/cart/confirm', { cartId: 'sold', orderId: 'o', items: [held] });
    await shop.store.transaction((tx) =>
      tx.run(`UPDATE outbox SET state = 'delivered', ended_at = $1`, shop.now()),
    );
    shop.pass(HOUR);
    await sweep();
    shop.pass(2 * HOUR + 10 * MINUTE);
    await sweep();
    assert.deepEqual([await count('hold'), await count('outbox')], [2, 1], 'at its time it is not over');
    shop.pass(50 * MINUTE);
    await sweep();
    assert.deepEqual([await count('hold'), await count('outbox')], [1, 1]);
    shop.pass(1);
    await sweep();
    assert.deepEqual([await count('hold'), await count('outbox')], [1, 0]);
    const rules = async (options = {}) => {
      const { findings } = await shop.store.transaction((tx) => auditRows(tx, options));
      return findings.filter(({ kind }) => kind === 'fault').length;
    };
    assert.deepEqual([await rules(), await rules({ messagesKeptFor: 4 * HOUR })], [1, 0]);
  });
});

describe('a limit that is told', () => {
  it('is one of requests', async (t) => {
    for (const name of ['address', 'account'] as const) {
      const shop = await openShop(t, { rateLimits: { [name]: 2 } });
      const statuses = [];
      for (let n = 0; n < 3; n++)
        statuses.push((await shop.call('/v1/placements/any', { cartId: 'c' })).status);
      assert.deepEqual(statuses, [200, 200, 429], name);
    }
    const shop = await openShop(t, { rateLimits: { selections: 1 } });
    await shop.select();
    await assert.rejects(shop.select(), /rate-limited/);
  });

  it('is one of connections: more are closed as they come', async (t) => {
    const { url } = await openShop(t, { maxConnections: 2 });
    const { hostname, port } = new URL(url);
    const sockets = [];
    for (let n = 0; n < 3; n++) {
      const socket = connect(Number(port), hostname);
      t.after(() => socket.destroy());
      await once(socket, 'connect');
      sockets.push(socket);
    }
    await once(sockets[2]!.resume(), 'close');
    assert.deepEqual(
      sockets.map(({ destroyed }) => destroyed),
      [false, false, true],
    );
  });
});
