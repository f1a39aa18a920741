import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StoreBusyError } from '../../../src/service/store/store.ts';
import { makeBriefDatabase } from '../support/database.ts';

describe('the queue for a database', () => {
  it('takes as many as it may, and refuses the others at once', async (t) => {
    const store = await (await makeBriefDatabase()).open(undefined, 30);
    t.after(() => store.close());
    const started = Array.from({ length: 50 }, (_, index) => store.transaction(async () => index));
    assert.ok(store.waiting <= 30);
    const settled = await Promise.allSettled(started);
    const refused = settled.filter(({ status }) => status === 'rejected');
    assert.ok(refused.every((one) => (one as PromiseRejectedResult).reason instanceof StoreBusyError));
    const done = settled.filter(({ status }) => status === 'fulfilled').length;
    // Besides those that wait there are those that have a connection.
    assert.ok(done >= 30 && done <= 40, String(done));
    assert.equal(done + refused.length, 50);
    assert.equal(store.waiting, 0);
    assert.equal(await store.transaction(async () => 'later'), 'later');
  });
});
