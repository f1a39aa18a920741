import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { temporaryFile } from './temporary-file.ts';

const addAccount = 'INSERT INTO account (account_id, created_at) VALUES ($1, $2)';
const accounts = 'SELECT account_id FROM account ORDER BY account_id';

let file: string;
let remove: () => void;
let store: Store;
beforeEach(async () => {
  ({ file, remove } = temporaryFile());
  store = await createSqliteStore({ file });
});
afterEach(async () => {
  await store.close();
  remove();
});

async function read(sql: string): Promise<unknown[]> {
  const rows = await store.transaction((tx) => tx.all<object>(sql));
  return rows.map((row) => Object.values(row)[0] as unknown);
}

/** What another process that opens the file says. */
function openElsewhere(accountId: string): string {
  const script = fileURLToPath(new URL('open-and-exit.ts', import.meta.url));
  return spawnSync(process.execPath, [script, file, accountId], { encoding: 'utf8' }).stdout;
}

describe('a SQLite store', () => {
  it('syncs every commit, with a log written ahead, under a lock of its own', async () => {
    assert.deepEqual(await read('PRAGMA journal_mode'), ['wal']);
    assert.deepEqual(await read('PRAGMA synchronous'), [2]);
    assert.deepEqual(await read('PRAGMA locking_mode'), ['exclusive']);
    assert.deepEqual(await read('PRAGMA foreign_keys'), [1]);
  });

  it('refuses a second process on its file with one line', async () => {
    assert.equal(openElsewhere('second'), `Error: ${file}: another process has this database open`);
    assert.deepEqual(await read(accounts), []);
  });

  it('has what another process was told is done, though that one was killed', async () => {
    await store.close();
    assert.equal(openElsewhere('first'), 'added');
    assert.equal(openElsewhere('second'), 'added');
    store = await createSqliteStore({ file });
    assert.deepEqual(await read(accounts), ['first', 'second']);
  });

  it('has everything after it was closed and opened again', async () => {
    const adding = ['a', 'b', 'c'].map((id) => store.transaction((tx) => tx.run(addAccount, id, 0)));
    await store.close();
    await Promise.all(adding);
    await assert.rejects(
      store.transaction((tx) => tx.all(accounts)),
      /the store is closed/,
    );
    store = await createSqliteStore({ file });
    assert.deepEqual(await read(accounts), ['a', 'b', 'c']);
  });

  it('names the file when it cannot be opened', async () => {
    const missing = `${file}/no/such.db`;
    await assert.rejects(createSqliteStore({ file: missing }), {
      message: `${missing}: unable to open database file`,
    });
    const text = `${file}.txt`;
    writeFileSync(text, 'this is text and no database, and long enough to tell'.repeat(20));
    await assert.rejects(createSqliteStore({ file: text }), { message: `${text}: file is not a database` });
  });

  it('refuses the tables of a newer release, and leaves them alone', async () => {
    await store.transaction((tx) => tx.run('UPDATE schema_version SET version = version + 1'));
    await store.close();
    await assert.rejects(createSqliteStore({ file }), /its tables have version 3, and this release knows 2/);
    await assert.rejects(createSqliteStore({ file }), /its tables have version 3/);
    store = await createSqliteStore({ file: ':memory:' });
  });

  it('tells business time as it was given it, one for a whole transaction', async () => {
    let now = 41;
    const timed = await createSqliteStore({ file: ':memory:', now: () => ++now });
    const times = await timed.transaction(async (tx) => [await tx.now(), await tx.now()]);
    assert.equal(times[0], times[1]);
    assert.ok(times[0]! < (await timed.transaction((tx) => tx.now())));
    await timed.close();
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
