import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Store } from '../../../src/service/store/store.ts';
import { useServer, withoutPostgres } from './server.ts';
import { openTwice } from './shops.ts';

describe('a connection that PostgreSQL ends', { skip: withoutPostgres }, () => {
  const server = useServer();

  it('between two statements fails its transaction alone: nothing of it stays, and the next one has another', async () => {
    const { one, other, shop } = await openTwice(server);
    await shop.supply('parking', 5);
    const broken = one.transaction(async (tx) => {
      await tx.run(`UPDATE stock SET available = 4 WHERE sku = 'parking'`);
      const [row] = await tx.all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await end(other, row!.pid);
      await tx.all('SELECT sku FROM stock');
    });
    await assert.rejects(broken);
    const left = await one.transaction((tx) => tx.all<{ available: number }>('SELECT available FROM stock'));
    assert.deepEqual(left, [{ available: 5 }]);
  });

  it('after the last statement fails its transaction too', async () => {
    const { one, other, shop } = await openTwice(server);
    await shop.supply('parking', 5);
    const broken = one.transaction(async (tx) => {
      await tx.run(`UPDATE stock SET available = 4 WHERE sku = 'parking'`);
      const [row] = await tx.all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await end(other, row!.pid);
    });
    await assert.rejects(broken);
    assert.equal(await shop.available('parking'), 5);
  });
});

/** Ends the connection with this process of the server, and is back once it is gone and whoever had it could hear of it. */
async function end(store: Store, pid: number): Promise<void> {
  const found = 'SELECT pid FROM pg_stat_activity WHERE pid = $1';
  await store.transaction((tx) => tx.all('SELECT pg_terminate_backend($1::int) AS ended', pid));
  while ((await store.transaction((tx) => tx.all(found, pid))).length > 0);
  await store.transaction((tx) => tx.all(found, pid));
}
