import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import type { Store } from '../../../src/service/store/store.ts';
import { isOnPostgres, makeDatabase } from '../support/database.ts';
import { noting } from '../support/noting.ts';
import { openShop } from './shop.ts';

/** A shop on a database that stays, with what each transaction of its store has asked, text by text. */
async function setUp(t: TestContext) {
  const database = await makeDatabase();
  const asked: string[][] = [];
  const open = async (now?: () => number) => telling(await database.open(now), asked);
  const shop = await openShop(t, { database: { ...database, open } });
  t.after(() => database.remove());
  const any = async (headers: Record<string, string> = {}) => {
    const { status, body } = await shop.call('/v1/placements/any', { cartId: randomUUID() }, headers);
    assert.deepEqual([status, body], [200, { result: true }]);
  };
  // The account is known from then on.
  await any();
  asked.length = 0;
  return { any, asked, db: database.db };
}

function telling(store: Store, asked: string[][]): Store {
  return {
    get waiting() {
      return store.waiting;
    },
    transaction: (work) =>
      store.transaction((tx) => {
        const texts: string[] = [];
        asked.push(texts);
        return work(noting(tx, (sql) => texts.push(sql)));
      }),
    backup: (file) => store.backup(file),
    close: () => store.close(),
  };
}

describe('placements/any', () => {
  it('reads one row of stock where the first offer can be sold, and asks for nothing else, whatever key it has', async (t) => {
    const { any, asked } = await setUp(t);
    await any();
    await any({ 'idempotency-key': 'key' });
    await any({ 'idempotency-key': 'key' });
    const read = 'SELECT available FROM stock WHERE account_id = $1 AND sku = $2';
    // Deliveries and sweeps have transactions of their own.
    const ofCalls = asked.filter((texts) => texts.includes(read));
    assert.deepEqual(ofCalls, [[read], [read], [read]]);
  });

  it(
    'adds no byte to the log of a SQLite file, so there is nothing to sync',
    { skip: isOnPostgres },
    async (t) => {
      const { any, db } = await setUp(t);
      const log = () => {
        const { size, mtimeNs } = statSync(`${db}-wal`, { bigint: true });
        return { size, mtimeNs };
      };
      const before = log();
      for (let n = 0; n < 20; n++) await any({ 'idempotency-key': `key-${n}` });
      assert.deepEqual(log(), before);
    },
  );
});
