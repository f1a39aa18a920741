import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { migrations } from '../../../src/service/store/schema.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';

const addAccount = 'INSERT INTO account (account_id, created_at) VALUES ($1, $2)';
const accounts = 'SELECT account_id FROM account ORDER BY account_id';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await makeDatabase();
  store = await database.open();
});
afterEach(async () => {
  await store.close();
  database.remove();
});

async function read(sql: string): Promise<unknown[]> {
  const rows = await store.transaction((tx) => tx.all<object>(sql));
  return rows.map((row) => Object.values(row)[0] as unknown);
}

describe('a store', () => {
  it('has everything after it was closed and opened again', async () => {
    const adding = ['a', 'b', 'c'].map((id) => store.transaction((tx) => tx.run(addAccount, id, 0)));
    await store.close();
    await Promise.all(adding);
    await assert.rejects(
      store.transaction((tx) => tx.all(accounts)),
      /the store is closed/,
    );
    store = await database.open();
    assert.deepEqual(await read(accounts), ['a', 'b', 'c']);
  });

  it('refuses the tables of a newer release, and leaves them alone', async () => {
    const known = migrations.length;
    await store.transaction((tx) => tx.run('UPDATE schema_version SET version = version + 1'));
    await store.close();
    await assert.rejects(
      database.open(),
      new RegExp(`its tables have version ${known + 1}, and this release knows ${known}`),
    );
    await assert.rejects(database.open(), new RegExp(`its tables have version ${known + 1}`));
    database = await makeDatabase();
    store = await database.open();
  });

  it('tells business time as it was given it, one for a whole transaction', async () => {
    let now = 41;
    const timed = await (await makeDatabase()).open(() => ++now);
    const times = await timed.transaction(async (tx) => [await tx.now(), await tx.now()]);
    assert.equal(times[0], times[1]);
    assert.ok(times[0]! < (await timed.transaction((tx) => tx.now())));
    await timed.close();
  });
});

describe('a transaction', () => {
  it('undoes all of it when its work throws, and is as good as before for the next', async () => {
    const failing = store.transaction(async (tx) => {
      await tx.run(addAccount, 'a', 0);
      throw new Error('changed its mind');
    });
    await assert.rejects(failing, /changed its mind/);
    assert.deepEqual(await read(accounts), []);
  });

  it('is undone when a statement has failed, though its work passes over that', async () => {
    const passing = store.transaction(async (tx) => {
      await tx.run(addAccount, 'a', 0);
      await tx.run(addAccount, 'a', 0).catch(() => undefined);
      return 'well';
    });
    await assert.rejects(passing, /unique|duplicate/i);
    const going = store.transaction(async (tx) => {
      await tx.run(addAccount, 'a', null).catch(() => undefined);
      await tx.run(addAccount, 'b', 0);
    });
    await assert.rejects(going, /a statement has failed/);
    assert.deepEqual(await read(accounts), []);
  });

  it('cannot be used once its work is done', async () => {
    const kept = await store.transaction(async (tx) => tx);
    await assert.rejects(kept.all(accounts), /no use of it once its work is done/);
  });

  it('gives whole numbers as numbers, whatever the column', async () => {
    await store.transaction((tx) => tx.run(addAccount, 'a', Number.MAX_SAFE_INTEGER));
    assert.deepEqual(await read('SELECT created_at FROM account'), [Number.MAX_SAFE_INTEGER]);
    assert.deepEqual(await read('SELECT COUNT(*) AS count FROM account'), [1]);
  });
});

describe('values', () => {
  const sql = 'SELECT $1 AS first, $2 AS second, $1 AS again';

  it('are bound by their number, as often as they are named', async () => {
    const rows = await store.transaction((tx) => tx.all<object>(sql, 'a', null));
    assert.deepEqual({ ...rows[0] }, { first: 'a', second: null, again: 'a' });
  });

  for (const [what, values] of [
    ['too few', ['a']],
    ['too many', ['a', 'b', 'c']],
    ['undefined', ['a', undefined]],
    ['a fraction', ['a', 0.5]],
    ['a truth value', ['a', true]],
  ] as const) {
    it(`are refused when there is ${what}`, async () => {
      const run = store.transaction((tx) => tx.all(sql, ...(values as readonly string[])));
      await assert.rejects(run, { name: 'TypeError', message: /^SQL: expected .*, got .*SELECT \$1/ });
    });
  }

  it('are refused where the text leaves a number out', async () => {
    await assert.rejects(
      store.transaction((tx) => tx.all('SELECT $2', 'a')),
      TypeError,
    );
  });

  it('are not counted for a text that gives rows', async () => {
    const sql = `${addAccount} RETURNING account_id`;
    await assert.rejects(
      store.transaction((tx) => tx.run(sql, 'a', 0)),
      TypeError,
    );
    assert.deepEqual(await read(accounts), []);
  });
});
