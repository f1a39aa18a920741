import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import pg from 'pg';
import { claimDueMessages } from '../../../src/service/store/deliveries.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import { migrations } from '../../../src/service/store/schema.ts';
import type { SqlValue } from '../../../src/service/store/store.ts';
import { isOnPostgres, makeDatabase } from '../support/database.ts';

/** The last version in which all messages waited in one line. */
const BEFORE = 5;

const receiver = { accountId: '222', provider: 'garage' };

/** Messages as that version kept them: id, hold, type, state, attempts. */
const kept = [
  ['a', 'told', 'item.confirmed', 'delivered', 1],
  ['b', 'told', 'item.cancelled', 'waiting', 2],
  ['c', 'failing', 'item.confirmed', 'waiting', 3],
  ['d', 'failing', 'item.cancelled', 'waiting', 0],
  ['e', 'refused', 'item.confirmed', 'given-up', 10],
  ['f', 'refused', 'item.cancelled', 'waiting', 0],
  ['g', 'fresh', 'item.confirmed', 'waiting', 0],
] as const;

/** Runs statements on a database that no store has open. */
async function write(db: string, statements: readonly string[]): Promise<void> {
  if (isOnPostgres) {
    const client = new pg.Client({ connectionString: db });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    return client.end();
  }
  const database = new DatabaseSync(db);
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** A store over a database that the earlier version has written. */
async function setUp(t: TestContext) {
  const database = await makeDatabase();
  const tables = migrations.slice(0, BEFORE).flatMap((step) => (typeof step === 'function' ? [] : step));
  const rows = kept.map(
    ([id, hold, type, state, attempts]) =>
      `('${id}', '222', 'garage', '${hold}', '${type}', '{}', '${state}', ${attempts}, 0, 0, ${state === 'waiting' ? 'NULL' : 1})`,
  );
  await write(database.db, [
    'CREATE TABLE schema_version (version BIGINT NOT NULL)',
    `INSERT INTO schema_version (version) VALUES (${BEFORE})`,
    ...tables,
    `INSERT INTO account (account_id, created_at) VALUES ('222', 0)`,
    `INSERT INTO outbox (message_id, account_id, provider, reservation_id, type, body, state, attempts, due_at, created_at,
      ended_at) VALUES ${rows.join()}`,
  ]);
  const store = await database.open();
  t.after(async () => {
    await store.close();
    database.remove();
  });
  return store;
}

describe('an outbox of an earlier version', () => {
  it('has every message afterwards, with what it waits for, and each attempt as one that may have arrived', async (t) => {
    const store = await setUp(t);
    const sql = 'SELECT message_id, state, attempts, sent, waits_for FROM outbox ORDER BY message_id';
    const rows = await store.transaction((tx) => tx.all<Record<string, SqlValue>>(sql));
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      kept.map(([id, , , state, attempts]) => [id, state, attempts, attempts, id === 'd' ? 'c' : null]),
    );
  });

  it('goes on: what is due is sent, and a cancellation still waits for its sale', async (t) => {
    const store = await setUp(t);
    const terms = { now: 1, lease: 'lease', limit: 8 };
    const claimed = await store.transaction((tx) => claimDueMessages(tx, receiver, terms));
    assert.deepEqual(
      claimed.map(({ messageId }) => messageId),
      ['b', 'c', 'f', 'g'],
    );
  });

  it('sends the cancellation of a sale that it gave up, since a byte of that may have left', async (t) => {
    const store = await setUp(t);
    const message = { ...receiver, messageId: 'h', reservationId: 'refused', body: '{}', createdAt: 2 };
    await store.transaction((tx) => insertMessage(tx, { ...message, type: 'item.cancelled' }));
    const [row] = await store.transaction((tx) =>
      tx.all<{ state: string }>(`SELECT state FROM outbox WHERE message_id = 'h'`),
    );
    assert.equal(row?.state, 'waiting');
  });
});
