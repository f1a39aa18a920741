import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chownSync, existsSync, lstatSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openAdminServer } from '../../../src/service/admin/admin-server.ts';
import { findRunningService } from '../../../src/service/admin/running-service.ts';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';
import { temporaryFile } from '../store/temporary-file.ts';

const NOBODY = 65_534;

const never = () => assert.fail('nothing is asked of it');

/** A database that a service has open, and what takes acts for it. */
async function setUp(t: TestContext, name = 'upsell.db') {
  const { file, remove } = temporaryFile();
  const db = join(dirname(file), name);
  mkdirSync(dirname(db), { recursive: true });
  const store = await createSqliteStore({ file: db });
  const noted: unknown[] = [];
  const open = () =>
    openAdminServer({
      db,
      openStore: () => Promise.resolve(store),
      backup: (copy) => store.backup(copy),
      accountsChanged: () => noted.push('accounts changed'),
      deliveriesChanged: () => noted.push('deliveries changed'),
      note: (act) => noted.push(act),
    });
  t.after(async () => {
    await store.close();
    remove();
  });
  return { db, socket: `${db}.sock`, open, noted };
}

/** A socket that nobody listens at any more, as kill -9 leaves one. */
async function leaveSocket(path: string): Promise<void> {
  const elsewhere = `${path}.old`;
  const server = createServer().listen(elsewhere);
  await once(server, 'listening');
  // By another name: whoever closes removes the one that it has made.
  renameSync(elsewhere, path);
  server.close();
}

describe('the socket of a service', () => {
  it('lies beside its database, for its owner alone, as long as it runs', async (t) => {
    const { db, socket, open, noted } = await setUp(t);
    assert.equal(await findRunningService(db), undefined);
    const server = await open();
    assert.equal((lstatSync(socket).mode & 0o777).toString(8), '600');
    const running = await findRunningService(db);
    assert.deepEqual(await running?.act('account.list', {}), []);
    await running?.act('account.add', { accountId: 'a', keyHash: 'hash', tags: [], origins: [] });
    assert.deepEqual(noted, ['account.list', 'accounts changed', 'account.add']);
    await running?.close();
    await server?.close();
    assert.equal(existsSync(socket), false);
    assert.equal(await findRunningService(db), undefined);
  });

  it('takes the place of one that a killed service has left, which nobody else takes for a service', async (t) => {
    const { db, socket, open } = await setUp(t);
    await leaveSocket(socket);
    assert.equal(await findRunningService(db), undefined);
    const server = await open();
    assert.ok(await findRunningService(db));
    await server?.close();
  });

  it('takes the place of nothing else', async (t) => {
    const { socket, open } = await setUp(t);
    writeFileSync(socket, 'mine');
    await assert.rejects(
      open(),
      new RegExp(`^Error: ${socket}: expected a socket or nothing, there is something else$`),
    );
  });

  it('follows no link, which may lead to somebody else’s', async (t) => {
    const { db, socket, open } = await setUp(t);
    symlinkSync('/dev/null', socket);
    assert.equal(await findRunningService(db), undefined);
    await assert.rejects(open(), /expected a socket or nothing/);
  });

  it('is found by whatever path leads to the database', async (t) => {
    const { db, open } = await setUp(t);
    const link = `${db}-link`;
    symlinkSync(db, link);
    const server = await open();
    assert.ok(await findRunningService(link));
    await server?.close();
  });

  it(
    'has a path as long as that of the database may be',
    { skip: process.platform !== 'linux' },
    async (t) => {
      const { db, socket, open } = await setUp(t, `${'long/'.repeat(40)}upsell.db`);
      assert.ok(socket.length > 200);
      const server = await open();
      const running = await findRunningService(db);
      assert.deepEqual(await running?.act('account.list', {}), []);
      await running?.close();
      await server?.close();
      assert.equal(existsSync(socket), false);
    },
  );

  it('is not made where its name alone is too long, and that is said', async (t) => {
    const { open } = await setUp(t, `${'l'.repeat(110)}.db`);
    await assert.rejects(
      open(),
      /\.db\.sock: expected a path of 103 bytes at most, which a socket can have$/,
    );
  });

  it('is not trusted where it is somebody else’s', { skip: process.getuid?.() !== 0 }, async (t) => {
    const { db, socket, open } = await setUp(t);
    const server = await open();
    chownSync(socket, NOBODY, NOBODY);
    await assert.rejects(
      findRunningService(db),
      /expected a socket of user 0, whose the database is, got one of 65534$/,
    );
    chownSync(db, NOBODY, NOBODY);
    assert.ok(await findRunningService(db), 'root asks the service of another user');
    await server?.close();
  });

  it('answers what cannot be done in words, and what it does not know', async (t) => {
    const { db, open } = await setUp(t);
    const server = await open();
    const running = await findRunningService(db);
    await assert.rejects(async () => running?.act('account.remove', { accountId: 'a', isForced: false }), {
      name: 'ActError',
      message: 'there is no account a',
    });
    await assert.rejects(
      async () => running?.act('nonsense' as 'account.list', {}),
      /is of another version$/,
    );
    await assert.rejects(async () => running?.act('backup', { file: db }), /expected no file of this name/);
    await running?.close();
    await server?.close();
  });

  it('is not made for a database in memory, or on PostgreSQL', async () => {
    const parts = { openStore: never, backup: never, note: never };
    const rest = { accountsChanged: never, deliveriesChanged: never };
    for (const db of [':memory:', 'postgres://db.example/upsell'])
      assert.equal(await openAdminServer({ db, ...parts, ...rest }), undefined);
  });
});
