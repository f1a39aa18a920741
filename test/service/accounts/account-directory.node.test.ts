import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { AccountDirectory } from '../../../src/service/accounts/account-directory.ts';
import { hashKey } from '../../../src/service/accounts/keys.ts';
import {
  addAccount,
  addKey,
  addOrigin,
  removeKeys,
  removeOrigin,
} from '../../../src/service/store/accounts.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { makeBriefDatabase } from '../support/database.ts';

const ORIGIN = 'https://shop.example';

/** An account, a directory that knows nothing yet, and how often it has asked the store. */
async function setUp(t: TestContext) {
  const clock = { at: 0 };
  const asked = { times: 0 };
  const store = await (await makeBriefDatabase()).open();
  t.after(() => store.close());
  await store.transaction(async (tx) => {
    await addAccount(tx, '222');
    await addKey(tx, '222', hashKey('key'));
    await addOrigin(tx, '222', ORIGIN);
  });
  const counting: Store = {
    waiting: 0,
    transaction: (work) => {
      asked.times++;
      return store.transaction(work);
    },
    backup: (file) => store.backup(file),
    close: () => store.close(),
  };
  return { store, asked, clock, directory: new AccountDirectory(counting, () => clock.at) };
}

describe('what is known of an account', () => {
  it('is read once in 5 s, by its key, by its id and by an origin', async (t) => {
    const { directory, asked, clock } = await setUp(t);
    const ask = async () => {
      assert.equal((await directory.byKey('key'))?.accountId, '222');
      assert.equal((await directory.byId('222'))?.accountId, '222');
      assert.equal(await directory.knowsOrigin(ORIGIN), true);
    };
    for (let n = 0; n < 3; n++) await ask();
    clock.at = 4_999;
    await ask();
    assert.equal(asked.times, 3);
    clock.at = 5_000;
    await ask();
    assert.equal(asked.times, 6);
  });

  it('counts for 5 s after it was changed elsewhere, and no longer', async (t) => {
    const { directory, store, clock } = await setUp(t);
    await directory.byKey('key');
    await directory.knowsOrigin(ORIGIN);
    await store.transaction(async (tx) => {
      await removeKeys(tx, '222');
      await removeOrigin(tx, '222', ORIGIN);
    });
    clock.at = 4_999;
    assert.ok(await directory.byKey('key'));
    clock.at = 5_000;
    assert.equal(await directory.byKey('key'), undefined);
    assert.equal(await directory.knowsOrigin(ORIGIN), false);
  });

  it('is read anew once it is told that something has changed', async (t) => {
    const { directory, store } = await setUp(t);
    await directory.byKey('key');
    await directory.byId('222');
    await directory.knowsOrigin(ORIGIN);
    await store.transaction(async (tx) => {
      await removeKeys(tx, '222');
      await removeOrigin(tx, '222', ORIGIN);
    });
    directory.forget();
    assert.equal(await directory.byKey('key'), undefined);
    assert.deepEqual((await directory.byId('222'))?.keyHashes, []);
    assert.equal(await directory.knowsOrigin(ORIGIN), false);
  });

  it('is not remembered where it was read before a change, and answered after it', async (t) => {
    const { store } = await setUp(t);
    const [isRead, gate] = [createDeferred<undefined>(), createDeferred<undefined>()];
    const slow: Store = {
      ...store,
      transaction: async (work) => {
        const read = await store.transaction(work);
        isRead.resolve(undefined);
        await gate.promise;
        return read;
      },
    };
    const directory = new AccountDirectory(slow, () => 0);
    const early = directory.byKey('key');
    await isRead.promise;
    await store.transaction((tx) => removeKeys(tx, '222'));
    directory.forget();
    gate.resolve(undefined);
    assert.ok(await early, 'it was asked before');
    assert.equal(await directory.byKey('key'), undefined);
  });

  it('is never remembered of a stranger: a key that is given later counts at once', async (t) => {
    const { directory, store, asked } = await setUp(t);
    for (let n = 0; n < 3; n++) assert.equal(await directory.byKey('other'), undefined);
    assert.equal(await directory.byId('333'), undefined);
    assert.equal(await directory.knowsOrigin('https://other.example'), false);
    assert.equal(asked.times, 5);
    await store.transaction((tx) => addKey(tx, '222', hashKey('other')));
    assert.equal((await directory.byKey('other'))?.accountId, '222');
  });
});
