import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';
import type { Store, Transaction } from '../../../src/service/store/store.ts';
import { temporaryFile } from './temporary-file.ts';

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

function add(tx: Transaction, accountId: string): Promise<number> {
  return tx.run('INSERT INTO account (account_id, created_at) VALUES ($1, $2)', accountId, 0);
}

async function accountIds(from = store): Promise<string[]> {
  const rows = await from.transaction((tx) =>
    tx.all<{ account_id: string }>('SELECT account_id FROM account ORDER BY account_id'),
  );
  return rows.map(({ account_id }) => account_id);
}

/** How many timers and turns of the event loop `work` asks for. */
async function countTurns(work: () => Promise<unknown>): Promise<{ timers: number; turns: number }> {
  const counts = { timers: 0, turns: 0 };
  const hook = createHook({
    init(_id, type) {
      if (type === 'Timeout') counts.timers++;
      if (type === 'Immediate') counts.turns++;
    },
  }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return counts;
}

function addMany(count: number): Promise<unknown> {
  const ids = Array.from({ length: count }, (_, index) => String(index).padStart(3, '0'));
  return Promise.all(ids.map((id) => store.transaction((tx) => add(tx, id))));
}

describe('group commit', () => {
  it('lets a lone request wait for nobody: it has no timer and is done within one turn', async () => {
    assert.deepEqual(await countTurns(() => addMany(1)), { timers: 0, turns: 1 });
  });

  it('takes 64 at most into one turn, and leaves nobody out', async () => {
    assert.deepEqual(await countTurns(() => addMany(64)), { timers: 0, turns: 1 });
    await store.transaction((tx) => tx.run('DELETE FROM account'));
    assert.deepEqual(await countTurns(() => addMany(129)), { timers: 0, turns: 3 });
    assert.equal((await accountIds()).length, 129);
  });

  it('undoes what a failing member did, and nothing of the others', async () => {
    const results = await Promise.allSettled([
      store.transaction((tx) => add(tx, 'a')),
      store.transaction(async (tx) => {
        await add(tx, 'b');
        throw new Error('no');
      }),
      store.transaction(async (tx) => {
        await add(tx, 'c');
        await add(tx, 'a');
      }),
      store.transaction((tx) => add(tx, 'd')),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(await accountIds(), ['a', 'd']);
  });

  it('undoes what a failing member has changed while it asked for rows', async () => {
    const sql = 'INSERT INTO account (account_id, created_at) VALUES ($1, $2) RETURNING account_id';
    const results = await Promise.allSettled([
      store.transaction((tx) => add(tx, 'a')),
      store.transaction(async (tx) => {
        await tx.all(sql, 'b', 0);
        throw new Error('no');
      }),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    assert.deepEqual(await accountIds(), ['a']);
  });

  it('runs the others once where one has failed that had only read', async () => {
    let runs = 0;
    const results = await Promise.allSettled([
      store.transaction((tx) => {
        runs++;
        return add(tx, 'a');
      }),
      store.transaction(async (tx) => {
        await tx.all('SELECT account_id FROM account');
        throw new Error('no');
      }),
    ]);
    assert.deepEqual([results[1].status, runs, await accountIds()], ['rejected', 1, ['a']]);
  });

  it('refuses a member that goes on after a statement has failed', async () => {
    const stubborn = store.transaction(async (tx) => {
      await add(tx, 'a');
      await add(tx, 'a').catch(() => undefined);
      await add(tx, 'b').catch(() => undefined);
      return 'done';
    });
    await assert.rejects(stubborn, /UNIQUE constraint failed/);
    assert.deepEqual(await accountIds(), []);
  });

  it('runs each member alone when the COMMIT of all fails', async () => {
    const runs = [0, 0, 0];
    const results = await Promise.allSettled(
      ['a', 'orphan', 'b'].map((id, index) =>
        store.transaction(async (tx) => {
          runs[index]!++;
          if (id !== 'orphan') return add(tx, id);
          // Checked by the COMMIT, not before.
          await tx.all('PRAGMA defer_foreign_keys = ON');
          return tx.run(`INSERT INTO account_tag (account_id, tag_id) VALUES ('nobody', 'tag')`);
        }),
      ),
    );
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(runs, [3, 3, 3]);
    assert.deepEqual(await accountIds(), ['a', 'b']);
    assert.deepEqual(await store.transaction((tx) => tx.all('SELECT * FROM account_tag')), []);
  });

  it('refuses a transaction that is used after its work', async () => {
    const kept = await store.transaction(async (tx) => ({ tx }));
    await assert.rejects(add(kept.tx, 'late'), /expected no use of it once its work is done/);
    assert.deepEqual(await accountIds(), []);
  });
});

describe('a full disk', () => {
  it('leaves no row of a caller that got an error, and every row of one that was told it is done', async () => {
    await store.transaction(async (tx) => {
      const [{ page_count } = { page_count: 0 }] = await tx.all<{ page_count: number }>('PRAGMA page_count');
      await tx.all(`PRAGMA max_page_count = ${page_count + 60}`);
    });
    const done: string[] = [];
    const refused: string[] = [];
    for (let round = 0; round < 8; round++) {
      const members = Array.from({ length: 20 }, (_, index) => {
        const id = `${round}-${String(index).padStart(2, '0')}`;
        return store
          .transaction(async (tx) => {
            // Every third is large, and swallows what it is told of the disk.
            const size = index % 3 === 0 ? 20_000 : 300;
            const adding = add(tx, `${id}-${'x'.repeat(size)}`);
            await (index % 3 === 0 ? adding.catch(() => undefined) : adding);
            await add(tx, id);
          })
          .then(
            () => done.push(id),
            () => refused.push(id),
          );
      });
      await Promise.all(members);
    }
    assert.ok(done.length > 10, `${done.length} done`);
    assert.ok(refused.length > 10, `${refused.length} refused`);
    await store.close();
    store = await createSqliteStore({ file });
    const rows = await accountIds();
    assert.deepEqual(
      rows.map((id) => id.slice(0, 4)),
      done.sort().flatMap((id) => [id, id]),
    );
  });
});
