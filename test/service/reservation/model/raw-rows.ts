import assert from 'node:assert/strict';
import type { SqlValue } from '../../../../src/service/store/store.ts';
import type { Shop } from '../shop.ts';
import type { Model } from './model.ts';

type Row = Record<string, SqlValue>;
const tables = ['stock', 'offered_item', 'hold', 'placed_order', 'outbox', 'answered_request'] as const;

/** Everything that the tables hold. */
export type RawRows = Record<(typeof tables)[number], Row[]>;

/** Reads every table as it is. */
export async function readRows({ store }: Shop): Promise<RawRows> {
  return store.transaction(async (tx) => {
    const rows = {} as RawRows;
    for (const table of tables) {
      const read = await tx.all<Row>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`);
      rows[table] = read.map((row) => ({ ...row }));
    }
    return rows;
  });
}

/** Nothing was sold twice, and nothing has got lost. */
export function checkConservation({ stock, hold }: RawRows): void {
  for (const { account_id, sku, supplied, available } of stock) {
    if (supplied == null) continue;
    const taken = hold.filter(
      (row) =>
        row['account_id'] === account_id &&
        row['sku'] === sku &&
        (row['state'] === 'held' || row['state'] === 'confirmed'),
    );
    const sum = taken.reduce((total, row) => total + Number(row['quantity']), 0);
    assert.ok(Number(available) >= 0, `available ${String(available)} of ${String(sku)}`);
    assert.equal(Number(available) + sum, supplied, `conservation of ${String(account_id)} ${String(sku)}`);
  }
}

/** No cart has more of a product than its newest hold allowed, and no item is held or sold twice. */
export function checkCarts({ hold }: RawRows, now: number): void {
  const inForce = hold.filter(({ state }) => state === 'held' || state === 'confirmed');
  const items = inForce.map((row) => `${String(row['account_id'])} ${String(row['cart_item_id'])}`);
  assert.equal(new Set(items).size, items.length, 'an item is held or sold twice');
  const carts = new Map<string, Row[]>();
  for (const row of inForce) {
    if (row['state'] === 'held' && Number(row['expires_at']) <= now) continue;
    const cart = [row['account_id'], row['cart_id'], row['sku']].join(' ');
    carts.set(cart, [...(carts.get(cart) ?? []), row]);
  }
  for (const [cart, rows] of carts) {
    const [newest] = rows.toSorted((a, b) =>
      String(a['reservation_id']) < String(b['reservation_id']) ? 1 : -1,
    );
    const units = rows.reduce((total, row) => total + Number(row['quantity']), 0);
    const maximum = newest?.['maximum'] ?? Infinity;
    assert.ok(units <= Number(maximum), `${units} of at most ${maximum} in ${cart}`);
  }
}

const transitions: Readonly<Record<string, readonly string[]>> = {
  // A turn may confirm and cancel.
  held: ['held', 'confirmed', 'released', 'expired', 'cancelled'],
  confirmed: ['confirmed', 'cancelled'],
  released: ['released'],
  expired: ['expired'],
  cancelled: ['cancelled'],
};

const ending = new Set(['state', 'ended_at', 'order_id', 'confirmation_id', 'successor_id', 'confirmed_as']);

/** No hold goes back, and what it promised stays: its price above all. */
export function checkTransitions(before: RawRows, after: RawRows): void {
  const rows = new Map(after.hold.map((row) => [row['reservation_id'], row]));
  for (const row of before.hold) {
    const next = rows.get(row['reservation_id'] ?? null);
    assert.ok(next, 'a hold is gone');
    assert.ok(
      transitions[String(row['state'])]?.includes(String(next['state'])),
      `${String(row['state'])} became ${String(next['state'])}`,
    );
    for (const [column, value] of Object.entries(row)) {
      const mayChange = ending.has(column) && row['state'] !== next['state'];
      const isKept = row['state'] === 'confirmed' && column.endsWith('_id');
      if (!mayChange || isKept)
        assert.equal(next[column], value, `${column} of a ${String(row['state'])} hold`);
    }
  }
}

/** Who did not act has the same rows as before. */
export function checkIsolation(before: RawRows, after: RawRows, actors: ReadonlySet<string>): void {
  for (const table of tables) {
    const others = (rows: RawRows) => rows[table].filter((row) => !actors.has(String(row['account_id'])));
    assert.deepEqual(others(after), others(before), `${table} of an account that did nothing`);
  }
}

/** The rows say what the model says. A hold that is over is `held` until somebody needs its stock. */
export function checkModel(model: Model, { stock, hold, outbox, placed_order }: RawRows): void {
  for (const row of stock) {
    assert.equal(row['supplied'], model.supplied.get(`${String(row['account_id'])} ${String(row['sku'])}`));
  }
  assert.equal(hold.length, model.holds.length, 'number of holds');
  const rows = new Map(hold.map((row) => [row['reservation_id'], row]));
  for (const expected of model.holds) {
    const row = rows.get(expected.id);
    assert.ok(row, 'an acknowledged hold is not there');
    const { account_id, cart_id, cart_item_id, sku, quantity, unit_price, expires_at, order_id } = row;
    const { linked_product_id, maximum, successor_id, confirmed_as } = row;
    assert.deepEqual(
      [linked_product_id, maximum, successor_id, confirmed_as],
      [expected.link, expected.maximum, expected.successor, expected.confirmedAs],
    );
    assert.deepEqual(
      [account_id, cart_id, cart_item_id, sku, quantity, unit_price, expires_at, order_id],
      [
        expected.account,
        expected.cart,
        expected.item,
        expected.sku,
        expected.quantity,
        expected.price,
        expected.expiresAt,
        expected.order ?? null,
      ],
    );
    const isOver = expected.state === 'held' && !model.isLive(expected);
    const states = isOver ? ['held', 'expired'] : [expected.state];
    assert.ok(
      states.includes(String(row['state'])),
      `${String(row['state'])}, expected ${states.join(' or ')}`,
    );
    const told = outbox.filter((message) => message['reservation_id'] === expected.id);
    const messages = { confirmed: 1, cancelled: 2, held: 0, released: 0 }[expected.state];
    assert.deepEqual(
      told.map((message) => message['type']),
      ['item.confirmed', 'item.cancelled'].slice(0, messages),
      'what the provider was told',
    );
    for (const message of told) checkBody(message, row);
  }
  const orders = placed_order.map(
    (row) => `${String(row['account_id'])} ${String(row['cart_id'])} ${String(row['order_id'])}`,
  );
  assert.deepEqual(new Set(orders), model.orders);
}

function checkBody(message: Row, hold: Row): void {
  const { data } = JSON.parse(String(message['body'])) as { data: Record<string, unknown> };
  assert.deepEqual(
    [data['accountId'], data['orderId'], data['itemConfirmationId'], data['quantity']],
    [hold['account_id'], hold['order_id'], hold['confirmation_id'], hold['quantity']],
  );
  assert.equal(Math.round(Number(data['unitPrice']) * 100), hold['unit_price'], 'price in the message');
}
