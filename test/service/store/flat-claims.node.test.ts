import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { claimDue } from '../../../src/service/fulfilment/claim-due.ts';
import type { SqlValue, Store, Transaction } from '../../../src/service/store/store.ts';
import { isOnPostgres } from '../support/database.ts';
import { noting } from '../support/noting.ts';
import { ACCOUNT, openOutbox } from '../support/outbox.ts';

const nowhere = { url: 'http://127.0.0.1:1/', secret: `whsec_${'A'.repeat(32)}` };

/** A statement with its values. */
type Asked = readonly [sql: string, values: readonly SqlValue[]];

/** So many messages are due for a receiver, as many sales' cancellations wait for their sales, and another's are due in a day. */
async function fill(store: Store, now: number, count: number): Promise<void> {
  const insert = (provider: string, columns: string) => `
    INSERT INTO outbox (message_id, account_id, provider, reservation_id, type, body, state, attempts, sent, created_at,
      due_at, waits_for)
    WITH RECURSIVE series (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < ${count})
    SELECT '${provider}-' || ${columns} FROM series`;
  const sale = `n, '${ACCOUNT}', 'garage', 'hold-' || n, 'item.confirmed', '{}', 'waiting', 0, 0, ${now}, ${now}, NULL`;
  const behind = `n, '${ACCOUNT}', 'garage', 'hold-' || n, 'item.cancelled', '{}', 'waiting', 0, 0, ${now}, ${now}, 'sale-' || n`;
  const later = `n, '${ACCOUNT}', 'hotel', 'room-' || n, 'item.confirmed', '{}', 'waiting', 0, 0, ${now}, ${now + 86_400_000}, NULL`;
  await store.transaction(async (tx) => {
    await tx.run(insert('sale', sale));
    await tx.run(insert('behind', behind));
    await tx.run(insert('later', later));
  });
}

/** What a look for due messages asks of the database. */
async function look(tx: Transaction, now: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  const told = noting(tx, (sql, values, way) => {
    if (way === 'all') asked.push([sql, values]);
  });
  await claimDue(told, { clock: { now: async () => now }, lease: 'lease', roomOf: () => 8 });
  return asked;
}

/** One step of PostgreSQL's plan, as it was run. */
interface Step {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Step[];
}

function rowsIn(step: Step): number {
  const below = (step.Plans ?? []).reduce((sum, inner) => sum + rowsIn(inner), 0);
  if (!step['Node Type'].includes('Scan')) return below;
  return below + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'];
}

/** How many rows PostgreSQL looks at for a statement. */
async function rowsRead(store: Store, [sql, values]: Asked): Promise<number> {
  const [row] = await store.transaction((tx) =>
    tx.all<{ 'QUERY PLAN': readonly { Plan: Step }[] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, ...values),
  );
  return (row?.['QUERY PLAN'] ?? []).reduce((sum, { Plan }) => sum + rowsIn(Plan), 0);
}

/** SQLite's plan of a statement, a line a step. */
async function planOf(store: Store, [sql, values]: Asked): Promise<string[]> {
  const rows = await store.transaction((tx) =>
    tx.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values),
  );
  return rows.map(({ detail }) => detail);
}

/** What a look asks where so many messages wait, after one that has taken eight. */
async function lookAt(t: TestContext, count: number) {
  const { store, now } = await openOutbox(t, { garage: nowhere, hotel: nowhere });
  await fill(store, now(), count);
  await store.transaction((tx) => look(tx, now()));
  const asked = await store.transaction((tx) => look(tx, now()));
  const taken = await store.transaction((tx) =>
    tx.all<{ id: string }>(`SELECT message_id AS id FROM outbox WHERE lease IS NOT NULL`),
  );
  assert.equal(taken.length, 16);
  return { store, asked };
}

it('a look for what is due reads as many rows where 100,000 messages wait as where 500 do', async (t) => {
  if (!isOnPostgres) return t.skip('SQLite tells its plan, and not what it reads');
  const read: number[] = [];
  for (const count of [500, 100_000]) {
    const { store, asked } = await lookAt(t, count);
    let rows = 0;
    for (const statement of asked) rows += await rowsRead(store, statement);
    read.push(rows);
  }
  t.diagnostic(`rows read by a look: ${read[0]} with 500 waiting, ${read[1]} with 100,000`);
  const [few = 0, many = 0] = read;
  assert.ok(few > 0 && few < 100 && many <= few * 1.2, `${few} and ${many}`);
});

it('a look for what is due goes by an index to each receiver and to each of its messages', async (t) => {
  if (isOnPostgres) return t.skip('PostgreSQL tells what it reads');
  const { store, asked } = await lookAt(t, 500);
  const plans = (await Promise.all(asked.map((statement) => planOf(store, statement)))).flat();
  const steps = plans.filter((step) => !/LIST SUBQUERY|SCAN receiver/.test(step));
  t.diagnostic(steps.join('\n'));
  assert.ok(steps.length >= asked.length - 1);
  for (const step of steps)
    assert.match(step, /^SEARCH outbox USING (COVERING )?INDEX (outbox_due|sqlite_autoindex_outbox_1) /);
  // Not of a pair of them: then it reads every message of the account.
  const ways = new Set(steps.map((step) => /\(.*\)$/.exec(step)?.[0]));
  assert.deepEqual([...ways].sort(), [
    '(account_id=? AND provider=? AND due_at<?)',
    '(account_id=? AND provider>?)',
    '(account_id>?)',
    '(message_id=?)',
  ]);
});
