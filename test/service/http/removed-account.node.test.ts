import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { removeAccount } from '../../../src/service/accounts/change-account.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { openShop, ORIGIN } from './shop.ts';

/** A shop whose account 222 the service remembers, with an item that somebody holds, and what removes it as another instance would. */
async function setUp(t: TestContext) {
  const told: string[] = [];
  const shop = await openShop(t, { report: (problem) => told.push(problem) });
  const cartItemId = await shop.offered('parking-a');
  const items = [{ cartItemId, quantity: 1 }];
  const { body } = await shop.call('/v1/cart/reserve', { cartId: '1', items });
  const [held] = body.items;
  assert.ok(held?.success);
  const { itemReservationId } = held;
  return {
    shop,
    told,
    items,
    held: { cartItemId, itemReservationId },
    remove: () => shop.store.transaction((tx) => removeAccount(tx, { accountId: '222', isForced: true })),
  };
}

describe('an account that was removed elsewhere a moment ago', () => {
  it('is unknown to every call that would write something of it', async (t) => {
    const { shop, told, items, held, remove } = await setUp(t);
    await remove();
    const keyed = (name: string) => ({ 'idempotency-key': name });
    const answers = [
      await shop.call('/v1/cart/reserve', { cartId: '2', items }, keyed('reserve')),
      await shop.call('/v1/cart/confirm', { cartId: '2', orderId: '2', items: [] }),
      await shop.call('/v1/cart/confirm', { cartId: '1', orderId: '1', items: [held] }, keyed('confirm')),
      await shop.call('/v1/cart/release', { cartId: '1', items: [held] }, keyed('release')),
    ];
    assert.deepEqual(
      answers.map(({ status, text }) => [status, text]),
      answers.map(() => [401, '']),
    );
    const asked = { accountId: '222', attributes: {} };
    const selected = await shop.send('/v1/selections', asked, { origin: ORIGIN });
    assert.equal(selected.status, 403, selected.text);
    assert.deepEqual(told, []);
  });

  it('can be removed while it is called, and no call fails for it', async (t) => {
    const { shop, told, remove } = await setUp(t);
    let isOver = false;
    const served = createDeferred<undefined>();
    const statuses = new Set<number>();
    const keepCalling = async (caller: number) => {
      for (let count = 0, left = 3; left > 0; count++) {
        if (isOver) left--;
        const order = `${caller}-${count}`;
        const asked = { accountId: '222', attributes: {} };
        const selected = await shop.send('/v1/selections', asked, { origin: ORIGIN });
        const confirmed = await shop.call(
          '/v1/cart/confirm',
          { cartId: order, orderId: order, items: [] },
          { 'idempotency-key': order },
        );
        for (const { status } of [selected, confirmed]) statuses.add(status);
        if (count === 2) served.resolve(undefined);
      }
    };
    const callers = Array.from({ length: 8 }, (_, caller) => keepCalling(caller));
    await served.promise;
    await remove();
    isOver = true;
    await Promise.all(callers);
    assert.deepEqual([...statuses].sort(), [200, 401, 403]);
    assert.deepEqual(told, []);
  });
});
