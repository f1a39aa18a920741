import assert from 'node:assert/strict';
import { it } from 'node:test';
import { auditRows } from '../../../src/service/audit/audit.ts';
import { confirm, sweepHolds } from '../../../src/service/reservation/index.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { isOnPostgres, makeDatabase } from '../support/database.ts';
import { Shop } from './shop.ts';

const ROUNDS = 20;
const HOLDS = 24;

it('ends each hold once, sold or expired, when confirms meet two sweepers at the instant of its end', async (t) => {
  const database = await makeDatabase();
  // Two instances, where there may be two.
  const store = await database.open();
  const other = isOnPostgres ? await database.open() : store;
  t.after(async () => {
    await Promise.all([store.close(), other.close()]);
    database.remove();
  });
  const shop = new Shop(store);
  shop.now = await store.transaction((tx) => tx.now());
  await shop.addAccount('shop');
  const supplied = ROUNDS * HOLDS;
  for (const sku of ['a', 'b']) {
    shop.sell(sku);
    await shop.supply(sku, supplied);
  }

  const sold: string[] = [];
  const over: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const held = await holdEach(shop, round);
    const end = Date.parse(held[0]!.expirationDateTimeUtc);
    // To one transaction it is over, to another it is not yet: each has begun at its own time.
    const sweep = (swept: Store) => sweepHolds(swept, 'shop', async () => end);
    const buy = async (item: (typeof held)[number], n: number) => {
      const context = { ...shop.context('shop'), now: end - Math.round(Math.random()) };
      const { items } = await [store, other][n % 2]!.transaction((tx) =>
        confirm(tx, context, { cartId: cartOf(round, n), orderId: 'order', items: [item] }),
      );
      (items[0]!.success ? sold : over).push(item.itemReservationId.split('.').at(-1) ?? '');
    };
    const calls: (() => Promise<unknown>)[] = held.map((item, n) => () => buy(item, n));
    for (const swept of [store, other])
      calls.splice(Math.floor(Math.random() * calls.length), 0, () => sweep(swept));
    await Promise.all(calls.map((call) => call()));
    await sweep(store);
  }

  const rows = await shop.rows('SELECT reservation_id, state FROM hold ORDER BY reservation_id');
  const idsOf = (state: string) =>
    rows.filter((row) => row['state'] === state).map((row) => row['reservation_id']);
  assert.deepEqual(idsOf('confirmed'), sold.sort());
  assert.deepEqual(idsOf('expired'), over.sort());
  const left = Number(await shop.available('a')) + Number(await shop.available('b'));
  assert.equal(left, 2 * supplied - sold.length);
  assert.ok(sold.length > 0 && over.length > 0, 'some were in time, and some were not');
  t.diagnostic(`${supplied} holds: ${sold.length} sold, ${over.length} expired, none both, none neither`);
  const { findings } = await store.transaction(auditRows);
  assert.deepEqual(
    findings.filter(({ kind }) => kind === 'fault'),
    [],
  );
});

const cartOf = (round: number, n: number) => `cart-${round}-${n}`;

/** Holds on both products in turn, each of a cart of its own, which all end at one time. */
async function holdEach(shop: Shop, round: number) {
  const held = [];
  for (let n = 0; n < HOLDS; n++)
    held.push(await shop.hold(await shop.offer(n % 2 === 0 ? 'a' : 'b'), 1, cartOf(round, n)));
  return held;
}
