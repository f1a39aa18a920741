import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { storeClock } from '../../src/service/clock.ts';
import { KEPT_FOR } from '../../src/service/durations.ts';
import { Sweeper } from '../../src/service/sweeper.ts';
import { openShop } from './reservation/shop.ts';
import { callsOn } from './support/calls.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A shop, and what of it is left after a sweep. */
async function setUp() {
  const shop = await openShop();
  const problems: string[] = [];
  const sweeper = new Sweeper({
    store: shop.store,
    clock: storeClock,
    keptFor: KEPT_FOR,
    report: (problem) => problems.push(problem),
  });
  const ids = async (sql: string) => (await shop.rows(sql)).map((row) => Object.values(row)[0]);
  return {
    shop,
    async sweep() {
      await sweeper.sweep();
      assert.deepEqual(problems, []);
    },
    selections: () => ids('SELECT cart_item_id FROM offered_item ORDER BY created_at'),
    keys: () => ids('SELECT idempotency_key FROM answered_request ORDER BY created_at'),
  };
}

describe('what is forgotten after a day', () => {
  it('is a selection, but for what a hold still names', async () => {
    const { shop, sweep, selections } = await setUp();
    const [old, held] = [await shop.offer('parking'), await shop.offer('parking')];
    shop.sell('parking', { holdTime: 3 * DAY });
    await shop.hold(held);
    shop.now += DAY;
    const young = await shop.offer('parking');
    await sweep();
    assert.deepEqual((await selections()).sort(), [old, held, young].sort(), 'a day is not over yet');
    shop.now += 1;
    await sweep();
    assert.deepEqual((await selections()).sort(), [held, young].sort());
    shop.now += DAY;
    await sweep();
    assert.deepEqual(await selections(), [held]);
    shop.now += DAY;
    await sweep();
    assert.deepEqual(await selections(), []);
  });

  it('is an Idempotency-Key with its answer', async () => {
    const { shop, sweep, keys } = await setUp();
    const call = (idempotencyKey: string) =>
      callsOn(shop.store).run(
        { accountId: 'shop', operation: 'cart.reserve', idempotencyKey, body: {} },
        async () => shop.now,
        async () => ({ sessionId: 'session', text: '{}' }),
      );
    await call('old');
    shop.now += DAY;
    await call('young');
    await sweep();
    assert.deepEqual(await keys(), ['old', 'young']);
    shop.now += 1;
    await sweep();
    assert.deepEqual(await keys(), ['young']);
  });

  it('is all of it, however much, and of every account', async () => {
    const { shop, sweep, selections } = await setUp();
    await shop.addAccount('other');
    await shop.supply('parking', 2_000);
    for (let n = 0; n < 3; n++) await shop.offer('parking', { accountId: 'other' });
    await shop.holdLines('parking', 1_001);
    shop.now += DAY + 1;
    await sweep();
    assert.deepEqual(await selections(), []);
  });
});
