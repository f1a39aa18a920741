import { type Check, sqlCheck } from './check.ts';

const inForce = `state IN ('held', 'confirmed')`;

/** What has to be true of the holds of one cart. */
export const cartChecks: readonly Check[] = [
  // Those that were over when the newest was made count no more; so no clock has to be asked.
  sqlCheck(
    'a cart has no more of a product than its newest hold allowed',
    `SELECT * FROM (
      SELECT account_id AS "accountId", cart_id AS "cartId", sku, reservation_id AS id, maximum, (
        SELECT CAST(SUM(quantity) AS BIGINT) FROM hold AS other
        WHERE other.account_id = newest.account_id AND other.cart_id = newest.cart_id AND other.sku = newest.sku
          AND other.${inForce} AND (other.state = 'confirmed' OR other.expires_at > newest.created_at)
      ) AS units
      FROM hold AS newest WHERE ${inForce} AND maximum IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM hold AS newer
        WHERE newer.account_id = newest.account_id AND newer.cart_id = newest.cart_id AND newer.sku = newest.sku
          AND newer.${inForce}
          AND (newer.created_at > newest.created_at
            OR (newer.created_at = newest.created_at AND newer.reservation_id > newest.reservation_id))
      )
    ) AS carts WHERE units > maximum ORDER BY 1, 2, 3`,
    ({ accountId, cartId, sku, id, units, maximum }) =>
      `account ${accountId}, cart ${cartId}, ${sku}: ${units} units, and hold ${id} allowed ${maximum}`,
  ),
  sqlCheck(
    'a hold is succeeded in its own cart',
    `SELECT hold.account_id AS "accountId", hold.reservation_id AS id, hold.state, hold.cart_id AS "cartId",
      next.reservation_id AS successor, next.cart_id AS other
    FROM hold JOIN hold AS next ON next.reservation_id = hold.successor_id
    WHERE hold.state <> 'released' OR next.account_id <> hold.account_id OR next.cart_id <> hold.cart_id
      OR next.sku <> hold.sku
    ORDER BY hold.reservation_id`,
    ({ accountId, id, state, cartId, successor, other }) =>
      `account ${accountId}, hold ${id}: ${state} in cart ${cartId}, its successor ${successor} is in cart ${other}`,
  ),
  sqlCheck(
    'a sale under another name is of a hold that it has taken over',
    `SELECT hold.account_id AS "accountId", hold.reservation_id AS id, hold.state, hold.confirmed_as AS name FROM hold
    LEFT JOIN hold AS earlier ON earlier.reservation_id = hold.confirmed_as
    WHERE hold.confirmed_as IS NOT NULL AND (hold.order_id IS NULL OR earlier.cart_id <> hold.cart_id
      OR earlier.unit_price <> hold.unit_price OR NOT EXISTS (
        WITH RECURSIVE successor (id) AS (
          SELECT earlier.successor_id
          UNION SELECT next.successor_id FROM hold AS next JOIN successor ON next.reservation_id = successor.id
        )
        SELECT 1 FROM successor WHERE successor.id = hold.reservation_id
      ))
    ORDER BY hold.reservation_id`,
    ({ accountId, id, state, name }) => `account ${accountId}, hold ${id}: ${state} as ${name}`,
  ),
];
