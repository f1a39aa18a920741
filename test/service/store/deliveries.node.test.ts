import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addAccount } from '../../../src/service/store/accounts.ts';
import { claimDueMessages, endMessage } from '../../../src/service/store/deliveries.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import { makeBriefDatabase } from '../support/database.ts';

it('a cancellation waits for its sale, also when a clock that was set back gave it the smaller id', async (t) => {
  const store = await (await makeBriefDatabase()).open();
  t.after(() => store.close());
  const message = { accountId: '222', provider: 'garage', reservationId: 'hold-1', body: '{}', createdAt: 0 };
  await store.transaction(async (tx) => {
    await addAccount(tx, '222');
    await insertMessage(tx, { ...message, messageId: 'b', type: 'item.confirmed' });
    await insertMessage(tx, { ...message, messageId: 'a', type: 'item.cancelled' });
  });
  const terms = { now: 1, lease: 'lease', limit: 8 };
  const claim = () => store.transaction((tx) => claimDueMessages(tx, message, terms));
  const ids = async () => (await claim()).map(({ messageId }) => messageId);
  assert.deepEqual(await ids(), ['b']);
  assert.deepEqual(await ids(), [], 'the sale is on its way');
  const end = { state: 'delivered', error: null, now: 1 } as const;
  await store.transaction((tx) => endMessage(tx, 'b', 'lease', end));
  assert.deepEqual(await ids(), ['a']);
});
