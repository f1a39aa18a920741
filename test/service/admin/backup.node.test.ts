import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openOperator } from '../../../src/service/admin/open-operator.ts';
import { audit } from '../../../src/service/index.ts';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { mountSmallDisk } from '../endurance/small-disk.ts';
import { Shop } from '../reservation/shop.ts';
import { rawFile } from '../store/raw-file.ts';
import { temporaryFile } from '../store/temporary-file.ts';

const SHOPPERS = 12;

/** A shop over a file that a service has open, and where its copies go. */
async function setUp(t: TestContext) {
  const { file, remove } = temporaryFile();
  const store = await createSqliteStore({ file });
  const shop = new Shop(store);
  shop.now = Date.now();
  await shop.addAccount('shop');
  shop.sell('parking', { perCart: 1_000_000 });
  await shop.supply('parking', 1_000_000);
  t.after(async () => {
    await store.close();
    remove();
  });
  const folder = dirname(file);
  return { file, store, shop, folder, copy: join(folder, 'copy.db') };
}

/** Makes a database so many MB large, so that it is copied in many steps. */
async function fill(store: Store, size: number): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.run('CREATE TABLE filling (text TEXT)');
    for (let n = 0; n < size; n++)
      await tx.run('INSERT INTO filling (text) VALUES ($1)', 'x'.repeat(1_000_000));
  });
}

/** Has shoppers reserve one thing after the other. */
function sellOn(shop: Shop) {
  let sold = 0;
  let isOver = false;
  const sell = async () => {
    while (!isOver) {
      const cartItemId = await shop.offer('parking');
      await shop.reserveOne(cartItemId, 1, cartItemId);
      sold++;
    }
  };
  const done = Promise.all(Array.from({ length: SHOPPERS }, sell));
  return {
    get sold() {
      return sold;
    },
    async stop() {
      isOver = true;
      await done;
    },
  };
}

describe('a backup', () => {
  it('has all that was sold before it, while sales go on, and is a sound database', async (t) => {
    const { store, shop, folder, copy } = await setUp(t);
    await fill(store, 30);
    const shoppers = sellOn(shop);
    while (shoppers.sold < 20) await store.transaction((tx) => tx.now());
    const before = shoppers.sold;
    const bytes = await store.backup(copy);
    const after = shoppers.sold;
    await shoppers.stop();
    assert.equal(bytes, statSync(copy).size);
    assert.equal((statSync(copy).mode & 0o777).toString(8), '600');
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('copy')),
      ['copy.db'],
    );
    const { findings, counted } = await audit(copy);
    assert.deepEqual(findings, []);
    t.diagnostic(
      `${after - before} sales while it was made; it has ${counted.held} of ${before} to ${after}`,
    );
    assert.ok(counted.held > before, 'what was sold meanwhile is in it');
    // What the shoppers do in one moment was not told yet.
    assert.ok(counted.held <= after + SHOPPERS, `${counted.held} of ${after}`);
    assert.deepEqual(rawFile(copy).read('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
  });

  it('comes to its end each time, whenever a sale meets its first step or its last', async (t) => {
    const { store, shop, copy } = await setUp(t);
    const shoppers = sellOn(shop);
    for (let n = 0; n < 20; n++) await store.backup(`${copy}-${n}`);
    await shoppers.stop();
    for (let n = 0; n < 20; n += 5) assert.deepEqual((await audit(`${copy}-${n}`)).findings, []);
  });

  it('takes no file’s place, whoever makes it', async (t) => {
    const { file, store, copy } = await setUp(t);
    writeFileSync(copy, 'mine');
    await assert.rejects(store.backup(copy), {
      message: `${copy}: expected no file of this name, there is one`,
    });
    await assert.rejects(store.backup(file), /expected no file of this name/);
    await store.close();
    const operator = await openOperator(file);
    await assert.rejects(operator.act('backup', { file: copy }), /expected no file of this name/);
    assert.equal(readFileSync(copy, 'utf8'), 'mine');
  });

  it('takes no file’s place that has come while it was made', async (t) => {
    const { store, folder, copy } = await setUp(t);
    await fill(store, 5);
    const made = store.backup(copy);
    while (!readdirSync(folder).some((name) => name.endsWith('.partial')))
      await store.transaction((tx) => tx.now());
    writeFileSync(copy, 'mine');
    await assert.rejects(made, /expected no file of this name, there is one/);
    assert.equal(readFileSync(copy, 'utf8'), 'mine');
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('copy')),
      ['copy.db'],
    );
  });

  it('is made of a file that nobody serves, which stays as it is, in its version too', async (t) => {
    const { file, store, copy } = await setUp(t);
    await store.close();
    rawFile(file).write('UPDATE schema_version SET version = 999');
    const before = readFileSync(file);
    const operator = await openOperator(file);
    await operator.act('backup', { file: copy });
    await operator.close();
    assert.deepEqual(readFileSync(file), before);
    assert.deepEqual(rawFile(copy).everything(), rawFile(file).everything());
  });

  it('is refused in a word where another process has the file, or there is none', async (t) => {
    const { file, copy } = await setUp(t);
    const operator = await openOperator(file);
    await assert.rejects(operator.act('backup', { file: copy }), {
      message: `${file}: another process has this database open`,
    });
    const none = await openOperator(`${file}-none`);
    await assert.rejects(none.act('backup', { file: copy }), /-none: unable to open database file$/);
    assert.ok(!existsSync(copy) && !existsSync(`${file}-none`));
  });

  it('leaves nothing behind where the disk is full, and says so', async (t) => {
    const disk = mountSmallDisk(1);
    if ('obstacle' in disk) return t.skip(disk.obstacle);
    t.after(() => disk.remove());
    const { store, shop } = await setUp(t);
    await fill(store, 5);
    const copy = join(disk.folder, 'copy.db');
    disk.fill();
    await assert.rejects(store.backup(copy), { message: `${copy}: database or disk is full` });
    assert.deepEqual(readdirSync(disk.folder), ['filling']);
    disk.empty();
    await assert.rejects(store.backup(copy), { message: `${copy}: database or disk is full` });
    assert.deepEqual(readdirSync(disk.folder), []);
    await shop.offer('parking');
  });

  it('of PostgreSQL is pg_dump’s, and it says how, without the password', async () => {
    const operator = await openOperator('postgres://upsell:hush@db.internal:5433/shop?sslmode=require');
    await assert.rejects(operator.act('backup', { file: 'shop.dump' }), (error: Error) => {
      assert.match(
        error.message,
        /pg_dump --format=custom --file=shop\.dump postgres:\/\/upsell@db\.internal:5433\/shop$/,
      );
      return !error.message.includes('hush');
    });
  });
});
