import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { addAccount } from '../../../src/service/store/accounts.ts';
import {
  claimDueMessages,
  endMessage,
  LEASED_FOR,
  postponeMessage,
} from '../../../src/service/store/deliveries.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import type { SqlValue } from '../../../src/service/store/store.ts';
import { makeBriefDatabase } from '../support/database.ts';

type Type = 'item.confirmed' | 'item.cancelled';

/** A store whose time the test tells, with the message `a`, which tells the sale of `hold-1`, if it is due then. */
async function setUp(t: TestContext, dueAt?: number) {
  const time = { at: 1_000_000 };
  const store = await (await makeBriefDatabase()).open(() => time.at);
  t.after(() => store.close());
  const receiver = { accountId: '222', provider: 'garage' };
  const put = (messageId: string, type: Type, createdAt = 0) =>
    store.transaction((tx) =>
      insertMessage(tx, { ...receiver, reservationId: 'hold-1', body: '{}', messageId, type, createdAt }),
    );
  const row = async (messageId: string) => {
    const sql = 'SELECT * FROM outbox WHERE message_id = $1';
    const rows = await store.transaction((tx) => tx.all<Record<string, SqlValue>>(sql, messageId));
    return rows[0] ?? {};
  };
  await store.transaction((tx) => addAccount(tx, '222'));
  if (dueAt !== undefined) await put('a', 'item.confirmed', dueAt);
  return {
    time,
    put,
    row,
    stateOf: async (messageId: string) => (await row(messageId))['state'],
    /** The ids of what a process takes under `lease`. */
    async claim(lease = 'lease', limit = 8): Promise<string[]> {
      const terms = { now: time.at, lease, limit };
      const claimed = await store.transaction((tx) => claimDueMessages(tx, receiver, terms));
      return claimed.map(({ messageId }) => messageId);
    },
    end: (messageId: string, state: 'delivered' | 'given-up', isUnsent = false, lease = 'lease') =>
      store.transaction((tx) =>
        endMessage(tx, messageId, lease, { state, error: null, isUnsent, now: time.at }),
      ),
    postpone: (messageId: string, dueAt: number, isUnsent = false, lease = 'lease') =>
      store.transaction((tx) => postponeMessage(tx, messageId, lease, { error: 'no', isUnsent, dueAt })),
  };
}

describe('a claim', () => {
  it('is a lease: nobody else has the message, until it is over', async (t) => {
    const { time, claim } = await setUp(t, 0);
    assert.deepEqual(await claim('one'), ['a']);
    assert.deepEqual(await claim('other'), []);
    time.at += LEASED_FOR - 1;
    assert.deepEqual(await claim('other'), []);
    time.at += 1;
    assert.deepEqual(await claim('other'), ['a']);
  });

  it('that is over changes nothing any more: whoever has the message says what becomes of it', async (t) => {
    const { time, row, claim, end, postpone } = await setUp(t, 0);
    await claim('one');
    time.at += LEASED_FOR;
    await claim('other');
    const before = await row('a');
    assert.equal(await end('a', 'given-up', false, 'one'), 0);
    assert.equal(await postpone('a', 0, true, 'one'), 0);
    assert.deepEqual(await row('a'), before);
    assert.equal(await end('a', 'delivered', false, 'other'), 1);
    assert.equal((await row('a'))['state'], 'delivered');
  });

  it('counts as sent, also when its process dies before it can say so', async (t) => {
    const { time, row, claim, postpone } = await setUp(t, 0);
    await claim('one');
    time.at += LEASED_FOR;
    await claim('other');
    await postpone('a', time.at, true, 'other');
    const { attempts, sent } = await row('a');
    assert.deepEqual([attempts, sent], [2, 1]);
  });

  it('takes what was due first, and no more than it is asked for', async (t) => {
    const { put, claim } = await setUp(t);
    await put('c', 'item.confirmed', 1);
    await put('b', 'item.confirmed', 2);
    await put('a', 'item.confirmed', 2);
    await put('d', 'item.confirmed', 2_000_000);
    assert.deepEqual(await claim('one', 2), ['c', 'a']);
    assert.deepEqual(await claim('other', 2), ['b']);
  });
});

describe('a cancellation', () => {
  it('waits for its sale, also when a clock that was set back gave it the smaller id', async (t) => {
    const { put, claim, end } = await setUp(t);
    await put('b', 'item.confirmed');
    await put('a', 'item.cancelled');
    assert.deepEqual(await claim(), ['b']);
    assert.deepEqual(await claim(), [], 'the sale is on its way');
    await end('b', 'delivered');
    assert.deepEqual(await claim(), ['a']);
  });

  it('waits as long as its sale is put off', async (t) => {
    const { time, put, claim, postpone } = await setUp(t, 0);
    await claim();
    await put('b', 'item.cancelled');
    await postpone('a', time.at + 1);
    assert.deepEqual(await claim(), []);
    time.at += 1;
    assert.deepEqual(await claim(), ['a']);
  });

  for (const [what, isUnsent, state, claimed] of [
    ['no byte has left of is dropped', true, 'dropped', []],
    ['may have arrived is sent', false, 'waiting', ['b']],
  ] as const) {
    it(`of a sale that was given up and ${what}, made before that`, async (t) => {
      const { put, claim, end, stateOf } = await setUp(t, 0);
      await claim();
      await put('b', 'item.cancelled');
      await end('a', 'given-up', isUnsent);
      assert.equal(await stateOf('b'), state);
      assert.deepEqual(await claim(), claimed);
    });

    it(`of a sale that was given up and ${what}, made after that`, async (t) => {
      const { put, claim, end, stateOf } = await setUp(t, 0);
      await claim();
      await end('a', 'given-up', isUnsent);
      await put('b', 'item.cancelled');
      assert.equal(await stateOf('b'), state);
      assert.deepEqual(await claim(), claimed);
    });
  }

  it('of a sale of which an earlier attempt may have arrived is sent, whatever became of the later ones', async (t) => {
    const { time, put, claim, postpone, end, stateOf } = await setUp(t, 0);
    await claim();
    await postpone('a', time.at, false);
    await claim();
    await end('a', 'given-up', true);
    await put('b', 'item.cancelled');
    assert.equal(await stateOf('b'), 'waiting');
  });

  it('of a sale whose message is forgotten, or never was, is sent', async (t) => {
    const { put, claim } = await setUp(t);
    await put('b', 'item.cancelled');
    assert.deepEqual(await claim(), ['b']);
  });
});
