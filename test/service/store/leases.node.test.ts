import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { addAccount } from '../../../src/service/store/accounts.ts';
import { claimDueMessages, endMessage, postponeMessage } from '../../../src/service/store/deliveries.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import { makeBriefDatabase } from '../support/database.ts';

const MINUTE = 60_000;
const receiver = { accountId: '222', provider: 'garage' };
const delivered = { state: 'delivered', error: null, now: 1 } as const;
const later = { error: 'expected 2xx, got 503', dueAt: 5 };

/** A message that waits, with what two processes do with it. */
async function setUp(t: TestContext) {
  const clock = { at: 1_000_000 };
  const store = await (await makeBriefDatabase()).open(() => clock.at);
  t.after(() => store.close());
  await store.transaction(async (tx) => {
    await addAccount(tx, '222');
    const message = { ...receiver, reservationId: 'hold-1', body: '{}', createdAt: 0 };
    await insertMessage(tx, { ...message, messageId: 'a', type: 'item.confirmed' });
  });
  return {
    pass: (ms: number) => {
      clock.at += ms;
    },
    claim: async (lease: string) => {
      const claimed = await store.transaction((tx) =>
        claimDueMessages(tx, receiver, { now: clock.at, lease, limit: 8 }),
      );
      return claimed.map(({ messageId, attempts }) => `${messageId} ${attempts}`);
    },
    end: (lease: string) => store.transaction((tx) => endMessage(tx, 'a', lease, delivered)),
    postpone: (lease: string) => store.transaction((tx) => postponeMessage(tx, 'a', lease, later)),
    async row() {
      const sql = 'SELECT state, attempts, due_at, lease, leased_until, last_error FROM outbox';
      const [row] = await store.transaction((tx) => tx.all<object>(sql));
      return { ...row };
    },
  };
}

describe('the lease of a delivery', () => {
  it('keeps a message from every other process for a minute, and no longer', async (t) => {
    const { claim, pass } = await setUp(t);
    assert.deepEqual(await claim('one'), ['a 1']);
    pass(MINUTE - 1);
    assert.deepEqual(await claim('other'), []);
    pass(1);
    assert.deepEqual(await claim('other'), ['a 2'], 'the first one has gone with it');
  });

  it('is needed to end a message: who comes too late changes nothing', async (t) => {
    const { claim, pass, end, postpone, row } = await setUp(t);
    await claim('one');
    pass(MINUTE);
    await claim('other');
    const taken = await row();
    assert.deepEqual([await end('one'), await postpone('one')], [0, 0]);
    assert.deepEqual(await row(), taken);
    assert.deepEqual([await end('other'), await end('other')], [1, 0]);
    assert.deepEqual(await row(), {
      ...{ state: 'delivered', attempts: 2, due_at: 0, lease: null, leased_until: null, last_error: null },
    });
  });

  it('ends with the attempt: a message that was put back is anybody’s when it is due', async (t) => {
    const { claim, postpone, end, row } = await setUp(t);
    await claim('one');
    assert.equal(await postpone('one'), 1);
    assert.deepEqual(await row(), {
      ...{ state: 'waiting', attempts: 1, due_at: 5, lease: null, leased_until: null },
      last_error: later.error,
    });
    assert.equal(await end('one'), 0);
    assert.deepEqual(await claim('other'), ['a 2']);
  });
});
