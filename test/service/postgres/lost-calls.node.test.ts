import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { storeClock } from '../../../src/service/clock.ts';
import { openStore } from '../../../src/service/store/open-store.ts';
import { openShop, type ShopOptions } from '../http/shop.ts';
import { useServer, withoutPostgres } from './server.ts';
import { layWire } from './wire.ts';

describe('a call whose connection to PostgreSQL is lost', { skip: withoutPostgres }, () => {
  const server = useServer();

  /** A shop on a database of its own, what ends connections, and an item of it. */
  async function setUp(t: TestContext, options: ShopOptions = {}) {
    const db = await server.makeDatabase();
    const told: string[] = [];
    const database = { db, open: () => openStore(db), remove: () => undefined };
    const shop = await openShop(t, { database, report: (problem) => told.push(problem), ...options });
    const beside = await server.open(db);
    const run = (sql: string) => beside.transaction((tx) => tx.run(sql));
    const held = async () => {
      const rows = await beside.transaction((tx) =>
        tx.all<{ count: number }>('SELECT COUNT(*) AS count FROM hold'),
      );
      return rows[0]?.count;
    };
    const cartItemId = await shop.offered('parking-a');
    return { shop, beside, run, held, told, items: [{ cartItemId, quantity: 1 }] };
  }

  it('before its COMMIT is 503 with Retry-After, and nothing of it is done', async (t) => {
    let isToBreak = false;
    const { shop, beside, held, told, items } = await setUp(t, {
      clock: {
        async now(tx) {
          if (isToBreak) {
            isToBreak = false;
            const [row] = await tx.all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
            await beside.transaction((other) =>
              other.all('SELECT pg_terminate_backend($1::int) AS ended', row!.pid),
            );
          }
          return storeClock.now(tx, '222');
        },
      },
    });
    isToBreak = true;
    const broken = await shop.call('/v1/cart/reserve', { cartId: '1', items });
    assert.deepEqual([broken.status, broken.headers.get('retry-after')], [503, '1']);
    assert.match(broken.text, /"code":"unavailable"/);
    assert.deepEqual([await held(), told], [0, []]);
    assert.equal((await shop.call('/v1/cart/reserve', { cartId: '1', items })).status, 200);
  });

  /** Ends the connection of each transaction that has made a hold, while it commits. */
  const breakCommits = async (run: (sql: string) => Promise<unknown>) => {
    await run(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'`);
    await run(`CREATE CONSTRAINT TRIGGER breaks AFTER INSERT ON hold DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION break_off()`);
    return () => run('DROP TRIGGER breaks ON hold');
  };

  for (const [what, path, body, headers, status] of [
    ['under a key', '/v1/cart/confirm', { orderId: 'o' }, { 'idempotency-key': 'key' }, 503],
    ['that is a reserve, which can be repeated', '/v1/cart/reserve', {}, {}, 503],
    ['that buys by quantity, and may have bought', '/v1/cart/confirm', { orderId: 'o' }, {}, 500],
  ] as const)
    it(`in its COMMIT is ${status}: one ${what}`, async (t) => {
      const { shop, run, held, told, items } = await setUp(t);
      const mend = await breakCommits(run);
      const asked = { cartId: '1', items, ...body };
      const broken = await shop.call(path, asked, headers);
      assert.equal(broken.status, status, broken.text);
      assert.equal(broken.headers.get('retry-after'), status === 503 ? '1' : null);
      assert.equal(told.length, status === 503 ? 0 : 1);
      await mend();
      assert.equal((await shop.call(path, asked, headers)).status, 200);
      assert.equal(await held(), 1);
    });

  it('to a server that is out of reach is 503 as well, and is answered once it is back', async (t) => {
    const wire = await layWire(await server.makeDatabase());
    t.after(() => wire.stop());
    const told: string[] = [];
    const database = { db: wire.db, open: () => openStore(wire.db), remove: () => undefined };
    const shop = await openShop(t, { database, report: (problem) => told.push(problem) });
    const ask = async () => {
      shop.forgetAccounts();
      const { status, headers } = await shop.call('/v1/placements/any', { cartId: 'c' });
      return [status, headers.get('retry-after')];
    };
    wire.cut();
    for (let n = 0; n < 3; n++) assert.deepEqual(await ask(), [503, '1']);
    assert.equal((await fetch(`${shop.url}/readyz`)).status, 503);
    wire.mend();
    assert.deepEqual(await ask(), [200, null]);
    assert.ok(
      told.every((problem) => /^(outbox|sweeper?): /.test(problem)),
      told.join('\n'),
    );
  });
});
