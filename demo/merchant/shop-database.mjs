// @ts-check
import { DatabaseSync } from 'node:sqlite';

const TABLES = `
  CREATE TABLE IF NOT EXISTS shop_order (order_id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS payment (
    order_id TEXT PRIMARY KEY, amount INTEGER NOT NULL, currency TEXT NOT NULL, card TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS refund (
    refund_key TEXT PRIMARY KEY, order_id TEXT NOT NULL, amount INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS delivery (webhook_id TEXT PRIMARY KEY, reservation_id TEXT NOT NULL, body TEXT NOT NULL) STRICT;
`;

/**
 * The shop's own database: its orders, what was paid and given back, and what it was told to deliver.
 * @param {string} file `:memory:` for one that ends with the process
 */
export function openShopDatabase(file) {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; ${TABLES}`);
  return {
    /** The first row, undefined where there is none. @param {string} sql @param {...any} values @returns {any} */
    one: (sql, ...values) => database.prepare(sql).get(...values),
    /** @param {string} sql @param {...any} values @returns {any[]} */
    all: (sql, ...values) => database.prepare(sql).all(...values),
    /** How many rows it has changed. @param {string} sql @param {...any} values */
    run: (sql, ...values) => Number(database.prepare(sql).run(...values).changes),
    close: () => database.close(),
  };
}

/** @typedef {ReturnType<typeof openShopDatabase>} ShopDatabase */
