import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { sweepHolds } from '../../../src/service/reservation/index.ts';
import { MINUTE, openShop, type Shop } from './shop.ts';

let shop: Shop;
let item: string;
beforeEach(async () => {
  shop = await openShop();
  item = await shop.offer('parking');
});

describe('a refused take', () => {
  it("takes what others' holds had once they are over, without a sweep", async () => {
    const other = await shop.offer('parking');
    await shop.hold(other, 3, 'other-cart');
    shop.now += 10 * MINUTE - 1;
    assert.equal((await shop.reserveOne(item)).success, false);
    shop.now += 1;
    assert.equal((await shop.reserveOne(item)).success, true);
    assert.equal(await shop.available('parking'), 2);
  });

  it('expires more than one batch of old holds when it has to', async () => {
    await shop.supply('parking', 501);
    await shop.holdLines('parking', 501);
    shop.sell('parking', { maximum: 501 });
    const all = await shop.offer('parking');
    shop.now += 10 * MINUTE;
    assert.equal((await shop.reserveOne(all, 501)).success, true);
  });
});

describe('the sweep', () => {
  it('expires what is over, and nothing else', async () => {
    shop.sell('lounge', { holdTime: 20 * MINUTE });
    await shop.supply('lounge', 5);
    const later = await shop.offer('lounge');
    await shop.hold(item, 2);
    await shop.hold(later, 4);
    shop.now += 10 * MINUTE;
    const clock = async () => shop.now;
    assert.equal(await sweepHolds(shop.store, 'shop', clock), 1);
    assert.equal(await sweepHolds(shop.store, 'shop', clock), 0);
    assert.deepEqual([await shop.available('parking'), await shop.available('lounge')], [3, 1]);
  });

  it('goes on until no hold is left, 500 a transaction', async () => {
    await shop.supply('parking', null);
    await shop.holdLines('parking', 1_001);
    shop.now += 10 * MINUTE;
    let transactions = 0;
    const clock = async () => {
      transactions++;
      return shop.now;
    };
    assert.equal(await sweepHolds(shop.store, 'shop', clock), 1_001);
    assert.equal(transactions, 1 + 3);
  });
});
