import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Store } from '../../../src/service/store/store.ts';
import { makeDatabase } from '../support/database.ts';

const ADDED = {
  offered_item: ['minimum', 'maximum', 'provider_data'],
  hold: ['maximum', 'successor_id', 'confirmed_as', 'is_double'],
};

/** Takes the tables back to where an item could be held once in each cart, and messages waited in one line. */
async function takeBack(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.run('DROP TABLE receiver');
    for (const index of ['outbox_behind', 'outbox_due', 'outbox_of_item', 'outbox_given_up', 'outbox_over'])
      await tx.run(`DROP INDEX ${index}`);
    await tx.run('DROP INDEX hold_in_force');
    await tx.run('DROP INDEX hold_of_cart');
    for (const [table, columns] of Object.entries(ADDED))
      for (const column of columns) await tx.run(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    await tx.run(`CREATE UNIQUE INDEX hold_in_force ON hold (account_id, cart_id, cart_item_id)
      WHERE state IN ('held', 'confirmed')`);
    await tx.run('UPDATE schema_version SET version = 5');
  });
}

/** Keeps holds of one unit on a product of which there were ten, each with its cart, state and expiry. */
async function keep(
  store: Store,
  holds: readonly (readonly [cart: string, state: string, expiresAt: number])[],
) {
  await store.transaction(async (tx) => {
    await tx.run(`INSERT INTO account (account_id, created_at) VALUES ('a', 0)`);
    await tx.run(
      `INSERT INTO stock (account_id, sku, supplied, available) VALUES ('a', 'ticket', 10, $1)`,
      10 - holds.length,
    );
    for (const [index, [cart, state, expiresAt]] of holds.entries()) {
      const isSold = state === 'confirmed';
      await tx.run(
        `INSERT INTO hold (reservation_id, account_id, cart_id, cart_item_id, sku, quantity, unit_price, currency, state,
          created_at, expires_at, ended_at, order_id, confirmation_id)
        VALUES ($1, 'a', $1, 'item', 'ticket', 1, 100, 'USD', $2, $3, $4, $5, $6, $7)`,
        cart,
        state,
        index,
        expiresAt,
        isSold ? index : null,
        isSold ? 'order' : null,
        isSold ? `confirmation ${index}` : null,
      );
    }
  });
}

describe('a database that is brought to one hold an item', () => {
  for (const [name, holds, expected, available] of [
    [
      'keeps the newest that lives',
      [
        ['old', 'held', 900],
        ['new', 'held', 900],
        ['over', 'held', 400],
      ],
      { old: ['released', 500], new: ['held', null], over: ['expired', 400] },
      9,
    ],
    [
      'keeps the newest where all are over',
      [
        ['old', 'held', 300],
        ['new', 'held', 400],
      ],
      { old: ['expired', 300], new: ['held', null] },
      9,
    ],
    [
      'keeps the sale and no hold beside it',
      [
        ['sold', 'confirmed', 300],
        ['new', 'held', 900],
      ],
      { sold: ['confirmed', 0], new: ['released', 500] },
      9,
    ],
    [
      'keeps every sale',
      [
        ['one', 'confirmed', 300],
        ['two', 'confirmed', 300],
        ['new', 'held', 900],
      ],
      { one: ['confirmed', 0], two: ['confirmed', 1], new: ['released', 500] },
      8,
    ],
  ] as const)
    it(name, async (t) => {
      const database = await makeDatabase();
      t.after(() => database.remove());
      const before = await database.open();
      await takeBack(before);
      await keep(before, holds);
      await before.close();
      const store = await database.open(() => 500);
      t.after(() => store.close());
      const rows = await store.transaction((tx) =>
        tx.all<{ id: string; state: string; at: number | null }>(
          'SELECT reservation_id AS id, state, ended_at AS at FROM hold',
        ),
      );
      assert.deepEqual(Object.fromEntries(rows.map(({ id, state, at }) => [id, [state, at]])), expected);
      const [stock] = await store.transaction((tx) =>
        tx.all<{ available: number }>('SELECT available FROM stock'),
      );
      assert.equal(stock?.available, available);
      const again = `INSERT INTO hold (reservation_id, account_id, cart_id, cart_item_id, sku, quantity, unit_price, currency,
        state, created_at, expires_at) VALUES ('x', 'a', 'x', 'item', 'ticket', 1, 1, 'USD', 'held', 0, 0)`;
      await assert.rejects(
        store.transaction((tx) => tx.run(again)),
        /unique/i,
      );
    });

  it('ends what is held in a currency without a minor unit, and forgets what was offered in one', async (t) => {
    const database = await makeDatabase();
    t.after(() => database.remove());
    const before = await database.open();
    await takeBack(before);
    await keep(before, [['live', 'held', 900]]);
    await before.transaction(async (tx) => {
      await tx.run(`UPDATE hold SET currency = 'xsu'`);
      for (const currency of ['XSU', 'XDR', 'USD'])
        await tx.run(
          `INSERT INTO offered_item (account_id, cart_item_id, session_id, sku, unit_price, currency, created_at)
          VALUES ('a', $1, 's', 'ticket', 100, $1, 0)`,
          currency,
        );
    });
    await before.close();
    const store = await database.open(() => 500);
    t.after(() => store.close());
    const [holds, items, stock] = await store.transaction(async (tx) => [
      await tx.all('SELECT state, ended_at FROM hold'),
      await tx.all('SELECT currency FROM offered_item'),
      await tx.all('SELECT available FROM stock'),
    ]);
    const plain = (rows: unknown[]) => rows.map((row) => ({ ...(row as object) }));
    assert.deepEqual(plain(holds), [{ state: 'released', ended_at: 500 }]);
    assert.deepEqual([plain(items), plain(stock)], [[{ currency: 'USD' }], [{ available: 10 }]]);
  });
});
