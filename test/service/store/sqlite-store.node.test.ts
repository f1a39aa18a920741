import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { temporaryFile } from './temporary-file.ts';

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

  it('names the file when it cannot be opened', async () => {
    const missing = `${file}/no/such.db`;
    await assert.rejects(createSqliteStore({ file: missing }), {
      message: `${missing}: unable to open database file`,
    });
    const text = `${file}.txt`;
    writeFileSync(text, 'this is text and no database, and long enough to tell'.repeat(20));
    await assert.rejects(createSqliteStore({ file: text }), { message: `${text}: file is not a database` });
  });
});
