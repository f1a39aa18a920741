import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { addAccount } from '../../../src/service/store/accounts.ts';
import { findOpenHold, findSuccessor, type Hold, holdsOfCart } from '../../../src/service/store/holds.ts';
import { StockInSight } from '../../../src/service/store/in-stock.ts';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';
import { supplyStock } from '../../../src/service/store/stock.ts';
import type { Transaction } from '../../../src/service/store/store.ts';
import { noting } from '../support/noting.ts';
import { temporaryFile } from './temporary-file.ts';

let file: string;
let remove: () => void;
beforeEach(async () => {
  ({ file, remove } = temporaryFile());
  const store = await createSqliteStore({ file });
  await store.transaction(async (tx) => {
    await addAccount(tx, 'a');
    await supplyStock(tx, 'a', 's', 0);
  });
  await store.close();
});
afterEach(() => remove());

/** How SQLite looks up holds in what `work` asks. */
async function plansOf(work: (tx: Transaction) => Promise<unknown>): Promise<string[]> {
  const store = await createSqliteStore({ file });
  const asked: string[] = [];
  await store.transaction((tx) =>
    work(
      noting(tx, (sql, _values, way) => {
        if (way === 'all') asked.push(sql);
      }),
    ),
  );
  await store.close();
  const database = new DatabaseSync(file);
  const plans = asked.flatMap((sql) => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
  database.close();
  return plans.map(({ detail }) => String(detail)).filter((detail) => / hold\b/.test(detail));
}

describe('what looks for the holds of a cart or an item', () => {
  const hold = { accountId: 'a', reservationId: 'r' } as Hold;

  for (const [name, work, columns] of [
    ['a cart on a product', (tx) => holdsOfCart(tx, 'a', 'c', 's'), /cart_id=\? AND sku=\?/],
    ['an item', (tx) => findOpenHold(tx, 'a', 'c', 'i'), /cart_item_id=\?/],
    ['a successor', (tx) => findSuccessor(tx, hold), /\(reservation_id=\?\)/],
  ] as const satisfies readonly [string, (tx: Transaction) => Promise<unknown>, RegExp][])
    it(`goes by ${name}, and through no other holds of the account`, async () => {
      const plans = await plansOf(work);
      assert.ok(plans.length > 0);
      for (const plan of plans) assert.match(plan, columns);
    });

  it('goes by the cart or the items of an asker, and by the product’s holds that are due', async () => {
    const byCart = await plansOf((tx) => new StockInSight(tx, 'a', { cartId: 'c' }, 1).has('s', 1));
    const byItem = await plansOf((tx) => new StockInSight(tx, 'a', { cartItemIds: ['i'] }, 1).has('s', 1));
    assert.match(byCart.join('\n'), /sku=\? AND expires_at<\?.*\n.*cart_id=\?/);
    assert.match(byItem.join('\n'), /sku=\? AND expires_at<\?.*\n.*cart_item_id=\?/);
  });
});
