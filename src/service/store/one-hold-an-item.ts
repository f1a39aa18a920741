import { hasMinorUnit } from '../../model/index.ts';
import type { Transaction } from './store.ts';

const COLUMNS: readonly string[] = [
  // What the offer said of one item, for impressions from here on.
  'ALTER TABLE offered_item ADD COLUMN minimum BIGINT CHECK (minimum >= 1)',
  'ALTER TABLE offered_item ADD COLUMN maximum BIGINT CHECK (maximum >= 1)',
  'ALTER TABLE offered_item ADD COLUMN provider_data TEXT',
  // The most that the cart might have of the product when the hold was made.
  'ALTER TABLE hold ADD COLUMN maximum BIGINT CHECK (maximum >= 1)',
  // The hold of the same cart that a released one has made room for, and the one under whose name a sale was confirmed.
  'ALTER TABLE hold ADD COLUMN successor_id TEXT',
  'ALTER TABLE hold ADD COLUMN confirmed_as TEXT',
  // 1 for a sale beside another one of the same item, as only earlier releases made it.
  'ALTER TABLE hold ADD COLUMN is_double BIGINT NOT NULL DEFAULT 0',
];

const INDEXES: readonly string[] = [
  `CREATE UNIQUE INDEX hold_in_force ON hold (account_id, cart_item_id)
    WHERE state IN ('held', 'confirmed') AND is_double = 0`,
  `CREATE INDEX hold_of_cart ON hold (account_id, cart_id, sku) WHERE state IN ('held', 'confirmed')`,
];

interface HoldRow {
  readonly id: string;
  readonly accountId: string;
  readonly item: string;
  readonly sku: string;
  readonly quantity: number;
  readonly state: 'held' | 'confirmed';
  readonly expiresAt: number;
}

/**
 * An item is held or sold once in all carts, where it was once in each: its sale stays, else its newest live hold, and other
 * holds are released. Every sale stays, whatever else there is. Holds in a currency without a minor unit are released, and
 * what was offered in one is forgotten: nothing can be charged in it.
 */
export async function toOneHoldAnItem(tx: Transaction): Promise<void> {
  for (const statement of COLUMNS) await tx.run(statement);
  await endUncountable(tx);
  await tx.run('DROP INDEX hold_in_force');
  await endDoubles(tx);
  for (const statement of INDEXES) await tx.run(statement);
}

async function endUncountable(tx: Transaction): Promise<void> {
  const currencies = await tx.all<{ currency: string }>(
    `SELECT currency FROM offered_item UNION SELECT currency FROM hold WHERE state = 'held'`,
  );
  for (const { currency } of currencies) {
    if (hasMinorUnit(currency)) continue;
    const held = await tx.all<HoldRow>(`${SELECT_HOLD} WHERE state = 'held' AND currency = $1`, currency);
    for (const hold of held) await end(tx, hold);
    await tx.run('DELETE FROM offered_item WHERE currency = $1', currency);
  }
}

/** Of each item that has several: all but its newest sale, else its newest live hold, else its newest. */
async function endDoubles(tx: Transaction): Promise<void> {
  const rows = await tx.all<HoldRow>(
    `${SELECT_HOLD} WHERE state IN ('held', 'confirmed') AND EXISTS (
      SELECT 1 FROM hold AS other
      WHERE other.account_id = hold.account_id AND other.cart_item_id = hold.cart_item_id
        AND other.state IN ('held', 'confirmed') AND other.reservation_id <> hold.reservation_id
    )
    ORDER BY created_at DESC, reservation_id DESC`,
  );
  const ofItems = new Map<string, HoldRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.accountId, row.item]);
    ofItems.set(key, [...(ofItems.get(key) ?? []), row]);
  }
  for (const ofItem of ofItems.values()) await endAllButOne(tx, ofItem);
}

async function endAllButOne(tx: Transaction, ofItem: readonly HoldRow[]): Promise<void> {
  const now = await tx.now();
  const sale = ofItem.find(({ state }) => state === 'confirmed');
  const kept = sale ?? ofItem.find(({ expiresAt }) => expiresAt > now) ?? ofItem[0];
  for (const row of ofItem) {
    if (row === kept) continue;
    if (row.state === 'held') await end(tx, row);
    else await tx.run('UPDATE hold SET is_double = 1 WHERE reservation_id = $1', row.id);
  }
}

const SELECT_HOLD = `SELECT reservation_id AS id, account_id AS "accountId", cart_item_id AS item, sku, quantity, state,
  expires_at AS "expiresAt" FROM hold`;

/** Ends a hold, one that is over at its own time, and puts its stock back. */
async function end(tx: Transaction, { id, accountId, sku, quantity, expiresAt }: HoldRow): Promise<void> {
  const now = await tx.now();
  const isDue = expiresAt <= now;
  await tx.run(
    'UPDATE hold SET state = $2, ended_at = $3 WHERE reservation_id = $1',
    id,
    isDue ? 'expired' : 'released',
    isDue ? expiresAt : now,
  );
  await tx.run(
    'UPDATE stock SET available = available + $3 WHERE account_id = $1 AND sku = $2',
    accountId,
    sku,
    quantity,
  );
}
