import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import { canInstall } from '../../../tools/setup/apt.mjs';
import { isUnreachable, noNetwork } from '../../../tools/setup/dependencies.mjs';
import { findPostgres } from '../../../tools/setup/postgres.mjs';
import { Trouble } from '../../../tools/setup/trouble.mjs';
import { openApi } from './api.ts';
import { openService } from './service.ts';
import { installMedusa, startMedusa } from '../../../tools/shops/medusa.mjs';

/** A line of a cart or an order, as the shop's tables have it. */
export interface Line {
  readonly sku: string;
  readonly quantity: number;
  readonly price: number;
}

export const laptops = (quantity: number): Line => ({ sku: 'slate-14', quantity, price: 1249 });
export const plans = (quantity: number, price = 149): Line => ({ sku: 'care-3y', quantity, price });
export const parking = (quantity: number, price = 6): Line => ({ sku: 'pickup-parking', quantity, price });

/** What the shop was told of a sale, as it keeps it. */
export interface Told {
  readonly type: string;
  readonly sku: string;
  readonly quantity: number;
  readonly total: number;
}

export type MedusaShop = Awaited<ReturnType<typeof openMedusa>>;

/**
 * Installs the shop, unless it is there.
 *
 * @returns why it cannot run here, in a line; false when it can
 */
export async function prepareMedusa(): Promise<string | false> {
  if (!findPostgres() && !canInstall())
    return 'PostgreSQL is not here; install it, or have pg_config on the path';
  try {
    await installMedusa();
    return false;
  } catch (error) {
    if (error instanceof Trouble && isUnreachable(error.message)) return noNetwork;
    throw error;
  }
}

/** The shop, started, with a look into its tables and those of its upsell service. */
export async function openMedusa() {
  const shop = await startMedusa();
  const db = new pg.Client({ connectionString: shop.databaseUrl });
  await db.connect();
  const rows = async <T extends object>(sql: string, ...values: string[]) =>
    (await db.query<T>(sql, values)).rows;
  return {
    ...shop,
    ...openService(shop),
    ...(await openApi(shop)),
    rows,
    linesOf: (cartId: string) => rows<Line>(CART_LINES, cartId),
    /** What `connectCart` has said of the upsells in a cart. */
    async upsellsOf(cartId: string) {
      const found = await rows<{ upsell: object }>(UPSELLS, cartId);
      return found.map(({ upsell }) => upsell);
    },
    /** What became of a cart; fails where it has no order. */
    async orderOf(cartId: string) {
      const [order] = await rows<{ id: string; total: number; authorized: number }>(ORDER, cartId);
      assert.ok(order, `the cart ${cartId} has no order`);
      const lines = await rows<Line>(ORDER_LINES, order.id);
      return { ...order, lines };
    },
    toldOf: (orderId: string) => rows<Told>(MESSAGES, orderId),
    /** What is paid for the upsells of each order, by the orders. */
    charges: () => rows<{ cartId: string; orderId: string; items: object[] }>(CHARGES),
    async close() {
      await db.end();
      await shop.stop();
    },
  };
}

const SKU = `COALESCE(i.metadata->'upsell'->>'catalogItemId', i.variant_sku) AS sku`;

const CART_LINES = `SELECT ${SKU}, i.quantity::int AS quantity, i.unit_price::float AS price
  FROM cart_line_item i WHERE i.cart_id = $1 AND i.deleted_at IS NULL ORDER BY sku`;

const UPSELLS = `SELECT metadata->'upsell' AS upsell FROM cart_line_item i
  WHERE cart_id = $1 AND deleted_at IS NULL AND metadata->'upsell' IS NOT NULL`;

const ORDER = `SELECT o.id, (s.totals->>'current_order_total')::float AS total, p.authorized_amount::float AS authorized
  FROM order_cart c JOIN "order" o ON o.id = c.order_id
  JOIN order_payment_collection l ON l.order_id = o.id JOIN payment_collection p ON p.id = l.payment_collection_id
  JOIN order_summary s ON s.order_id = o.id AND s.version = o.version WHERE c.cart_id = $1`;

const ORDER_LINES = `SELECT ${SKU}, d.quantity::int AS quantity, i.unit_price::float AS price
  FROM "order" o JOIN order_item d ON d.order_id = o.id AND d.version = o.version
  JOIN order_line_item i ON i.id = d.item_id WHERE o.id = $1 ORDER BY sku`;

const CHARGES = `SELECT c.cart_id AS "cartId", o.id AS "orderId", COALESCE(
    JSON_AGG(JSON_BUILD_OBJECT('cartItemId', i.metadata->'upsell'->>'cartItemId', 'currency', 'USD',
      'totalPrice', i.unit_price::float * d.quantity::int))
    FILTER (WHERE i.metadata->'upsell' IS NOT NULL AND d.quantity > 0 AND o.status <> 'canceled'), '[]') AS items
  FROM order_cart c JOIN "order" o ON o.id = c.order_id
  JOIN order_item d ON d.order_id = o.id AND d.version = o.version JOIN order_line_item i ON i.id = d.item_id
  GROUP BY c.cart_id, o.id`;

const MESSAGES = `SELECT body->>'type' AS type, body->'data'->>'catalogItemId' AS sku,
    (body->'data'->>'quantity')::int AS quantity, (body->'data'->>'totalPrice')::float AS total
  FROM upsell_message WHERE body->'data'->>'orderId' = $1 ORDER BY type, sku`;

/** Resolves once `read` gives what is expected; fails with the difference when it does not come to that. */
export async function comesTo<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const deadline = Date.now() + PATIENCE.fact;
  let value = await read();
  while (!isDeepStrictEqual(value, expected) && Date.now() < deadline) {
    await setTimeout(50);
    value = await read();
  }
  assert.deepEqual(value, expected);
}
