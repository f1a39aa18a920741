import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { confirm, reserve } from '../../../src/service/reservation/index.ts';
import type { Store } from '../../../src/service/store/store.ts';
import type { Shop } from '../reservation/shop.ts';
import { useServer, withoutPostgres } from './server.ts';
import { openTwice } from './shops.ts';

/** Reserves one of each item, on one of the instances. */
function reserveIn(store: Store, shop: Shop, cartId: string, items: readonly string[]) {
  const lines = items.map((cartItemId) => ({ cartItemId, quantity: 1 }));
  return store.transaction((tx) => reserve(tx, shop.context('shop'), { cartId, items: lines }));
}

/** How many of each product are held or sold. */
async function taken(shop: Shop): Promise<Record<string, number>> {
  const rows = await shop.rows(
    `SELECT sku, CAST(SUM(quantity) AS BIGINT) AS taken FROM hold WHERE state IN ('held', 'confirmed') GROUP BY sku`,
  );
  return Object.fromEntries(rows.map(({ sku, taken }) => [String(sku), Number(taken)]));
}

describe('two instances on one PostgreSQL, where holds are taken over', { skip: withoutPostgres }, () => {
  const server = useServer();

  it('leave an item to one of two carts that ask both for it at once, in whichever order', async () => {
    const { one, other, shop } = await openTwice(server);
    for (const sku of ['a', 'b']) {
      shop.sell(sku);
      await shop.supply(sku, 40);
    }
    for (let n = 0; n < 40; n++) {
      const items = [await shop.offer('a'), await shop.offer('b')];
      const answers = await Promise.all([
        reserveIn(one, shop, `cart-${n}`, items),
        reserveIn(other, shop, `other-${n}`, items.toReversed()),
      ]);
      assert.ok(answers.every(({ items }) => items.every(({ success }) => success)));
    }
    assert.deepEqual(await taken(shop), { a: 40, b: 40 });
    assert.deepEqual([await shop.available('a'), await shop.available('b')], [0, 0]);
  });

  it('hold no more in one cart than its maximum, however many pages of it reserve at once', async () => {
    const { one, other, shop } = await openTwice(server);
    shop.sell('parking', { perCart: 2 });
    await shop.supply('parking', 100);
    for (let n = 0; n < 20; n++) {
      const pages = await Promise.all(
        ['laptop', 'phone', 'laptop', 'tablet'].map((linkedProductId) =>
          shop.offer('parking', { linkedProductId }),
        ),
      );
      await Promise.all(
        pages.map((item, index) => reserveIn(index % 2 === 0 ? one : other, shop, `cart-${n}`, [item])),
      );
    }
    const carts = await shop.rows(
      `SELECT cart_id, SUM(quantity) AS units FROM hold WHERE state = 'held' GROUP BY cart_id ORDER BY 2 DESC`,
    );
    assert.deepEqual([carts.length, Number(carts[0]?.['units'])], [20, 2]);
    const { parking } = await taken(shop);
    assert.equal(await shop.available('parking'), 100 - parking!);
  });

  it('confirm a hold or hand it to the next page, and never both', async (t) => {
    const { one, other, shop } = await openTwice(server);
    // A page that reserves after the sale has a hold beside it.
    await shop.supply('parking', 80);
    const count = { sold: 0, succeeded: 0 };
    for (let n = 0; n < 40; n++) {
      const cartId = `cart-${n}`;
      const held = await shop.hold(await shop.offer('parking'), 1, cartId);
      const fresh = await shop.offer('parking');
      const { cartItemId, itemReservationId } = held;
      const order = { cartId, orderId: 'order', items: [{ cartItemId, itemReservationId }] };
      const [sale] = await Promise.all([
        other.transaction((tx) => confirm(tx, shop.context('shop'), order)),
        reserveIn(one, shop, cartId, [fresh]),
      ]);
      const [item] = sale.items;
      assert.ok(item?.success, JSON.stringify(item));
      count[item.itemReservationId === itemReservationId ? 'sold' : 'succeeded']++;
    }
    t.diagnostic(JSON.stringify(count));
    const { parking } = await taken(shop);
    assert.equal(await shop.available('parking'), 80 - parking!);
    const sales = await shop.rows(`SELECT 1 FROM hold WHERE state = 'confirmed'`);
    assert.equal(sales.length, 40);
  });
});
