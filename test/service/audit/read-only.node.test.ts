import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { audit } from '../../../src/service/index.ts';
import { nameOfDatabase } from '../../../src/service/store/open-store.ts';
import { readDatabase } from '../../../src/service/store/read-database.ts';
import { temporaryFile } from '../store/temporary-file.ts';
import { isOnPostgres, makeDatabase } from '../support/database.ts';
import { openSoldShop } from './sold-shop.ts';

/** A database whose tables are those of this release, and nobody has it open. */
async function makeTables(t: TestContext) {
  const database = await makeDatabase();
  t.after(() => database.remove());
  await (await database.open()).close();
  return {
    db: database.db,
    name: nameOfDatabase(database.db),
    async run(sql: string) {
      const store = await database.open();
      await store.transaction((tx) => tx.run(sql));
      await store.close();
    },
  };
}

describe('who audits', () => {
  it('cannot write, whatever is asked', async (t) => {
    const { db } = await makeTables(t);
    for (const sql of [
      `INSERT INTO account (account_id, created_at) VALUES ('a', 0)`,
      'CREATE TABLE a (b TEXT)',
    ])
      await assert.rejects(
        readDatabase(db, (tx) => tx.run(sql)),
        /readonly database|read-only transaction/,
      );
    assert.equal((await audit(db)).counted.accounts, 0);
  });

  it('refuses tables of another version by its number, and leaves them so', async (t) => {
    const { db, name, run } = await makeTables(t);
    await run('UPDATE schema_version SET version = 1');
    const refusal = (error: Error) => {
      assert.ok(error.message.startsWith(`${name}: its tables have version 1, and this release knows `));
      assert.match(error.message, /: a start of the service brings them up to date$/);
      return true;
    };
    await assert.rejects(audit(db), refusal);
    await assert.rejects(audit(db), refusal, 'it has migrated nothing');
  });

  it('refuses tables that a newer release has written', async (t) => {
    const { db, run } = await makeTables(t);
    await run('UPDATE schema_version SET version = 1000');
    await assert.rejects(
      audit(db),
      /its tables have version 1000, and this release knows \d+: take a newer one$/,
    );
  });

  it('says that there is nothing to audit, and makes nothing', async (t) => {
    const database = await makeDatabase();
    t.after(() => database.remove());
    const { db } = database;
    if (isOnPostgres) return assert.rejects(audit(db), /: there are no tables of an upsell service in it$/);
    await assert.rejects(audit(db), { message: `${db}: unable to open database file` });
    assert.equal(existsSync(db), false);
    writeFileSync(db, '');
    await assert.rejects(audit(db), { message: `${db}: there are no tables of an upsell service in it` });
  });

  it('is refused a file that another process serves, in a word', { skip: isOnPostgres }, async (t) => {
    const { database } = await openSoldShop(t);
    const code = `import { audit } from ${JSON.stringify(new URL('../../../src/service/index.ts', import.meta.url).href)};
      await audit(${JSON.stringify(database.db)}).catch((error) => console.log(error.message));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    assert.equal(stdout, `${database.db}: another process has this database open\n`);
  });

  it('reads what a process has left that was killed', { skip: isOnPostgres }, async (t) => {
    const { file, remove } = temporaryFile();
    t.after(remove);
    const script = new URL('../store/open-and-exit.ts', import.meta.url);
    const { stdout } = spawnSync(process.execPath, [script.pathname, file, 'first'], { encoding: 'utf8' });
    assert.equal(stdout, 'added');
    assert.equal((await audit(file)).counted.accounts, 1);
  });

  it('reads a database that is served, as it is at one moment', { skip: !isOnPostgres }, async (t) => {
    const { database, shop } = await openSoldShop(t);
    const moment = await readDatabase(database.db, async (tx) => {
      const count = async () => (await tx.all('SELECT reservation_id FROM hold')).length;
      const before = await count();
      await shop.hold(await shop.offer('parking'));
      return [before, await count()];
    });
    assert.equal(moment[0], moment[1]);
  });
});
