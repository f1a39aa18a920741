import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openStore } from '../../../src/service/store/open-store.ts';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { openShop } from '../http/shop.ts';
import { useServer, withoutPostgres } from './server.ts';

/** Calls that come at once for a product whose row somebody has: more than there are connections. */
const CALLS = 40;

describe('a product whose row somebody has locked', { skip: withoutPostgres }, () => {
  const server = useServer();

  it('is 503 with Retry-After to whoever wants it, and the others are sold meanwhile', async (t) => {
    const db = await server.makeDatabase();
    const open = () => openStore(db, { lockWait: PATIENCE.fact });
    const shop = await openShop(t, { database: { db, open, remove: () => undefined } });
    const beside = await server.open(db);
    const [isLocked, mayGoOn] = [createDeferred<undefined>(), createDeferred<undefined>()];
    const lock = beside.transaction(async (tx) => {
      await tx.lock(`SELECT sku FROM stock WHERE account_id = '222' AND sku = 'parking-a'`);
      isLocked.resolve(undefined);
      await mayGoOn.promise;
    });
    await isLocked.promise;
    const reserve = async (sku: string, cart: string) => {
      const items = [{ cartItemId: await shop.offered(sku), quantity: 1 }];
      const { status, headers, body } = await shop.call('/v1/cart/reserve', { cartId: cart, items });
      return {
        status,
        retryAfter: headers.get('retry-after'),
        isHeld: status === 200 && body.items[0]?.success,
      };
    };
    let isAnswered = false;
    const first = reserve('parking-a', 'first').finally(() => {
      isAnswered = true;
    });
    const waiting = `SELECT 1 AS found FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    while ((await beside.transaction((tx) => tx.all(waiting))).length === 0);
    const wanting = Array.from({ length: CALLS }, (_, n) => reserve('parking-a', `cart-${n}`));
    const refused = { status: 503, retryAfter: '1', isHeld: false };
    try {
      for (let n = 0; n < 10; n++) {
        assert.equal((await reserve('ticket-protection', `other-${n}`)).isHeld, true);
        // Of those that came one is answered, and another one does not wait: enough do already.
        await Promise.race(wanting);
      }
      wanting.push(...Array.from({ length: CALLS }, (_, n) => reserve('parking-a', `late-${n}`)));
      assert.deepEqual(await Promise.race(wanting.slice(CALLS)), refused);
      assert.equal(isAnswered, false, 'who came first still waits');
    } finally {
      mayGoOn.resolve(undefined);
    }
    await lock;
    assert.equal((await first).isHeld, true);
    const answers = await Promise.all(wanting);
    assert.deepEqual(
      answers.find(({ status }) => status !== 200),
      refused,
    );
    assert.equal((await reserve('parking-a', 'after')).status, 200, 'held, or sold out by now');
  });
});
