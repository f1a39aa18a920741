import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimDue } from '../../../src/service/fulfilment/claim-due.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import { keepHealth, lockHealth } from '../../../src/service/store/receivers.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { useServer, withoutPostgres } from './server.ts';
import { openTwice } from './shops.ts';

const receiver = { accountId: 'shop', provider: 'garage' };

describe('two instances with one receiver that fails', { skip: withoutPostgres }, () => {
  const server = useServer();

  it('ask it by one message between them, also when both find at once that it is time', async () => {
    const { one, other } = await openTwice(server);
    await one.transaction(async (tx) => {
      await lockHealth(tx, receiver);
      await keepHealth(tx, receiver, { failures: 5, resumeAt: 1 });
      for (const messageId of ['a', 'b', 'c']) {
        const message = { ...receiver, messageId, reservationId: messageId, body: '{}', createdAt: 0 };
        await insertMessage(tx, { ...message, type: 'item.confirmed' });
      }
    });
    const terms = (lease: string) => ({ clock: { now: async () => 1 }, lease, roomOf: () => 8 });
    const [hasClaimed, mayCommit] = [createDeferred<undefined>(), createDeferred<undefined>()];
    const first = one.transaction(async (tx) => {
      const claimed = await claimDue(tx, terms('one'));
      hasClaimed.resolve(undefined);
      await mayCommit.promise;
      return claimed;
    });
    await hasClaimed.promise;
    const second = other.transaction((tx) => claimDue(tx, terms('other')));
    const waiting = `SELECT 1 AS found FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    while ((await one.transaction((tx) => tx.all(waiting))).length === 0);
    mayCommit.resolve(undefined);
    assert.deepEqual(
      (await first).map(({ messageId, isProbe }) => [messageId, isProbe]),
      [['a', true]],
    );
    assert.deepEqual(await second, []);
  });
});
