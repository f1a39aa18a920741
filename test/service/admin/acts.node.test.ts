import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { hashKey } from '../../../src/service/accounts/keys.ts';
import type { ActInput } from '../../../src/service/admin/acts.ts';
import { openOperator } from '../../../src/service/admin/open-operator.ts';
import { audit } from '../../../src/service/index.ts';
import { findAccount } from '../../../src/service/store/accounts.ts';
import { openSoldShop } from '../audit/sold-shop.ts';
import { makeDatabase } from '../support/database.ts';

/** Whoever operates an empty database, with what its accounts then are. */
async function setUp(t: TestContext) {
  const database = await makeDatabase();
  const operator = await openOperator(database.db);
  t.after(async () => {
    await operator.close();
    database.remove();
  });
  const add = (accountId: string, told: Partial<ActInput<'account.add'>> = {}) =>
    operator.act('account.add', {
      accountId,
      keyHash: hashKey(`first of ${accountId}`),
      tags: [],
      origins: [],
      ...told,
    });
  return {
    operator,
    add,
    /** Its keys that count, by the hashes of these names. */
    async keysOf(accountId: string, ...keys: readonly string[]) {
      await operator.close();
      const store = await database.open();
      const account = await store.transaction((tx) => findAccount(tx, accountId));
      await store.close();
      return keys.filter((key) => account?.keyHashes.includes(hashKey(key)));
    },
  };
}

const refuses = (done: Promise<unknown>, message: RegExp) =>
  assert.rejects(done, (error: Error) => error.name === 'ActError' && message.test(error.message));

describe('an operator', () => {
  it('lists accounts with tags, origins and when their keys were made, and nothing that lets anybody in', async (t) => {
    const { operator, add } = await setUp(t);
    assert.deepEqual(await operator.act('account.list', {}), []);
    const before = Date.now() - 1_000;
    await add('b');
    await add('a', { tags: ['t2', 't1'], origins: ['https://shop.example'] });
    await operator.act('account.key', { accountId: 'a', keyHash: hashKey('second'), isOnly: false });
    const listed = await operator.act('account.list', {});
    assert.deepEqual(
      listed.map(({ keysMadeAt, ...rest }) => ({ ...rest, keys: keysMadeAt.length })),
      [
        { accountId: 'a', keys: 2, tags: ['t1', 't2'], origins: ['https://shop.example'] },
        { accountId: 'b', keys: 1, tags: [], origins: [] },
      ],
    );
    assert.ok(listed.every(({ keysMadeAt }) => keysMadeAt.every((at) => at >= before)));
    assert.doesNotMatch(JSON.stringify(listed), /[0-9a-f]{64}/);
  });

  it('replaces a key without a gap: the second is added, then the first ends', async (t) => {
    const { operator, add, keysOf } = await setUp(t);
    await add('a');
    await refuses(operator.act('account.end-key', { accountId: 'a' }), /has one key alone/);
    await operator.act('account.key', { accountId: 'a', keyHash: hashKey('second'), isOnly: false });
    await operator.act('account.end-key', { accountId: 'a' });
    assert.deepEqual(await keysOf('a', 'first of a', 'second'), ['second']);
  });

  it('is refused by name what is not there, or is already', async (t) => {
    const { operator, add } = await setUp(t);
    await add('a');
    await refuses(add('a'), /^account a is there already$/);
    const nobody = { accountId: 'nobody' };
    for (const done of [
      () => operator.act('account.end-key', nobody),
      () => operator.act('account.remove', { ...nobody, isForced: true }),
      () => operator.act('account.tag', { ...nobody, tag: 't', isRemoval: false }),
      () => operator.act('account.origin', { ...nobody, origin: 'https://a.example', isRemoval: true }),
    ])
      await refuses(done(), /^there is no account nobody$/);
    await refuses(
      operator.act('account.tag', { accountId: 'a', tag: 't', isRemoval: true }),
      /has no tag t$/,
    );
  });

  it('removes no account that shoppers hold something of, or whose provider is not told, unless forced', async (t) => {
    const { database, store } = await openSoldShop(t);
    await store.close();
    const operator = await openOperator(database.db);
    t.after(() => operator.close());
    await refuses(
      operator.act('account.remove', { accountId: 'shop', isForced: false }),
      /^account shop has live holds \(1\) or messages that are not delivered \(3\): /,
    );
    const removed = await operator.act('account.remove', { accountId: 'shop', isForced: true });
    assert.deepEqual(removed, { messages: 4, orders: 4, holds: 6, products: 2, keys: 0 });
    const left = await operator.act('account.list', {});
    assert.deepEqual(
      left.map(({ accountId }) => accountId),
      ['other'],
    );
    await operator.close();
    const { findings, counted } = await audit(database.db);
    assert.deepEqual(findings, []);
    assert.deepEqual([counted.accounts, counted.held, counted.confirmed], [1, 1, 0]);
  });

  it('removes an account of which nothing is under way', async (t) => {
    const { operator, add } = await setUp(t);
    await add('a', { tags: ['t'], origins: ['https://a.example'] });
    const removed = await operator.act('account.remove', { accountId: 'a', isForced: false });
    assert.equal(removed.keys, 1);
    await add('a');
    assert.deepEqual(
      (await operator.act('account.list', {})).map(({ tags, origins }) => [...tags, ...origins]),
      [[]],
    );
  });
});
