import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sweepHolds } from '../../../src/service/reservation/index.ts';
import { claimDueMessages } from '../../../src/service/store/deliveries.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import { supplyStock } from '../../../src/service/store/stock.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { useServer, withoutPostgres } from './server.ts';
import { openTwice } from './shops.ts';

describe('two instances on one PostgreSQL', { skip: withoutPostgres }, () => {
  const server = useServer();

  const setUp = () => openTwice(server);

  it('tell the time of the database, whatever their machines say', async () => {
    const { one, other } = await setUp();
    const before = await one.transaction((tx) => tx.now());
    const [row] = await one.transaction((tx) =>
      tx.all<{ now: number }>('SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now'),
    );
    const after = await other.transaction((tx) => tx.now());
    assert.ok(before <= row!.now && row!.now <= after, `${before} ${row!.now} ${after}`);
  });

  it('each have rows that they lock for themselves until they commit', async () => {
    const { one, other, shop } = await setUp();
    await shop.supply('parking', 5);
    const [isLocked, mayGoOn] = [createDeferred<undefined>(), createDeferred<undefined>()];
    const order: string[] = [];
    const lock = `SELECT available FROM stock WHERE sku = 'parking'`;
    const first = one.transaction(async (tx) => {
      await tx.lock(lock);
      isLocked.resolve(undefined);
      await mayGoOn.promise;
      order.push('first');
      await tx.run(`UPDATE stock SET available = 4 WHERE sku = 'parking'`);
    });
    await isLocked.promise;
    const second = other.transaction(async (tx) => {
      const rows = await tx.lock<{ available: number }>(lock);
      order.push('second');
      return rows[0]?.available;
    });
    // It waits, as the server itself says.
    const waiting = `SELECT 1 AS found FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    while ((await one.transaction((tx) => tx.all(waiting))).length === 0);
    mayGoOn.resolve(undefined);
    assert.equal(await second, 4);
    await first;
    assert.deepEqual(order, ['first', 'second']);
  });

  it('run a transaction again that PostgreSQL ends for the sake of another', async () => {
    const { one, other, shop } = await setUp();
    await Promise.all(['a', 'b'].map((sku) => shop.supply(sku, 10)));
    const met = [createDeferred<undefined>(), createDeferred<undefined>()];
    let runs = 0;
    const takeBoth = (store: Store, skus: readonly string[], turn: number) =>
      store.transaction(async (tx) => {
        runs++;
        for (const sku of skus) {
          await tx.run('UPDATE stock SET available = available - 1 WHERE sku = $1', sku);
          met[turn]!.resolve(undefined);
          await met[1 - turn]!.promise;
        }
      });
    await Promise.all([takeBoth(one, ['a', 'b'], 0), takeBoth(other, ['b', 'a'], 1)]);
    assert.ok(runs > 2, `${runs} runs`);
    assert.deepEqual([await shop.available('a'), await shop.available('b')], [8, 8]);
  });

  it('supply a product at once, while it is sold, and count what was sold', async () => {
    const { one, other, shop } = await setUp();
    const supply = (store: Store, sku: string, supplied: number) =>
      store.transaction((tx) => supplyStock(tx, 'shop', sku, supplied));
    for (let n = 0; n < 10; n++) {
      const sku = `sku-${n}`;
      shop.sell(sku, { maximum: 100 });
      const item = await shop.offer(sku);
      const selling = async () => {
        while (!(await shop.reserveOne(item, 7)).success);
      };
      await Promise.all([supply(one, sku, 50), supply(other, sku, 50), selling()]);
      assert.equal(await shop.available(sku), 43);
      await Promise.all([supply(one, sku, 60), supply(other, sku, 60)]);
      assert.equal(await shop.available(sku), 53);
    }
  });

  it('have a message to deliver once between them', async () => {
    const { one, other } = await setUp();
    const message = { accountId: 'shop', provider: 'garage', body: '{}', createdAt: 0 };
    await one.transaction(async (tx) => {
      for (let n = 0; n < 100; n++) {
        const messageId = `message-${String(n).padStart(3, '0')}`;
        await insertMessage(tx, { ...message, messageId, reservationId: messageId, type: 'item.confirmed' });
      }
    });
    const claim = async (store: Store, lease: string): Promise<string[]> => {
      const ids: string[] = [];
      for (;;) {
        const claimed = await store.transaction((tx) =>
          claimDueMessages(tx, message, { now: 1, lease, limit: 8 }),
        );
        if (claimed.length === 0) return ids;
        ids.push(...claimed.map(({ messageId }) => messageId));
      }
    };
    const claimed = await Promise.all([claim(one, 'a'), claim(other, 'b')]);
    assert.equal(claimed.flat().length, 100);
    assert.equal(new Set(claimed.flat()).size, 100);
  });

  it('confirm or expire a hold at the instant of its expiry, and never both', async (t) => {
    const { db, one, other, shop } = await setUp();
    const third = await server.open(db);
    const HOLD = 3_000;
    shop.sell('parking', { maximum: 100, holdTime: HOLD });
    await shop.supply('parking', 40);
    const made = [];
    for (let n = 0; n < 40; n++) {
      shop.now = await one.transaction((tx) => tx.now());
      made.push({
        cart: `cart-${n}`,
        expiresAt: shop.now + HOLD,
        ...(await shop.hold(await shop.offer('parking'), 1, `cart-${n}`)),
      });
    }
    let isOver = false;
    const sweeping = [other, third].map(async (store) => {
      let swept = 0;
      while (!isOver) swept += await sweepHolds(store, 'shop', (tx) => tx.now());
      return swept;
    });
    const answers = await Promise.all(
      made.map(async ({ cart, cartItemId, itemReservationId, expiresAt }, n) => {
        // A quarter at once, the others within 60 ms of the expiry.
        const at = n % 4 === 0 ? 0 : expiresAt + ((n % 13) - 6) * 10;
        while ((shop.now = await one.transaction((tx) => tx.now())) < at);
        return shop.confirmOne({ cartItemId, itemReservationId }, 'order', cart);
      }),
    );
    while ((await shop.rows(`SELECT 1 FROM hold WHERE state = 'held'`)).length > 0);
    isOver = true;
    const swept = (await Promise.all(sweeping)).reduce((sum, count) => sum + count, 0);
    const sold = answers.filter(({ success }) => success).length;
    t.diagnostic(`${sold} confirmed, ${swept} swept`);
    const states = await shop.rows('SELECT state, COUNT(*) AS count FROM hold GROUP BY state');
    const count = (state: string) => Number(states.find((row) => row['state'] === state)?.['count'] ?? 0);
    assert.deepEqual([count('confirmed'), count('expired')], [sold, 40 - sold]);
    assert.equal(await shop.available('parking'), 40 - sold);
    assert.equal(swept, 40 - sold);
    assert.ok(sold > 0 && sold < 40, `${sold} sold`);
  });
});
