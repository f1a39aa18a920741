import { type Check, sqlCheck } from './check.ts';

const named = `account_id AS "accountId", reservation_id AS id, state`;

/** What has to be true of holds, one by one and beside each other. */
export const holdChecks: readonly Check[] = [
  sqlCheck(
    'the state of a hold fits what else is known of it',
    `SELECT ${named}, ended_at AS "endedAt", order_id AS "orderId", confirmation_id AS "confirmationId" FROM hold
    WHERE state NOT IN ('held', 'confirmed', 'released', 'expired', 'cancelled')
      OR (state = 'held') <> (ended_at IS NULL)
      OR (state IN ('confirmed', 'cancelled')) <> (order_id IS NOT NULL)
      OR (order_id IS NULL) <> (confirmation_id IS NULL)
    ORDER BY reservation_id`,
    ({ accountId, id, state, endedAt, orderId, confirmationId }) =>
      `account ${accountId}, hold ${id}: ${state}, ended ${endedAt ?? 'never'}, ` +
      `order ${orderId ?? 'none'}, confirmation ${confirmationId ?? 'none'}`,
  ),
  sqlCheck(
    'a hold has a quantity, a price and a time',
    `SELECT ${named}, quantity, unit_price AS "unitPrice", created_at AS "createdAt", expires_at AS "expiresAt"
    FROM hold WHERE quantity <= 0 OR unit_price < 0 OR expires_at < created_at ORDER BY reservation_id`,
    ({ accountId, id, quantity, unitPrice, createdAt, expiresAt }) =>
      `account ${accountId}, hold ${id}: ${quantity} at ${unitPrice}, from ${createdAt} to ${expiresAt}`,
  ),
  // A sale without a hold of its own before it begins, ends and is confirmed at one time.
  sqlCheck(
    'confirmed and expired exclude each other',
    `SELECT ${named}, ended_at AS "endedAt", expires_at AS "expiresAt" FROM hold
    WHERE (state = 'confirmed' AND (ended_at > expires_at OR (ended_at = expires_at AND created_at < expires_at)))
      OR (state = 'expired' AND ended_at <> expires_at)
    ORDER BY reservation_id`,
    ({ accountId, id, state, endedAt, expiresAt }) =>
      `account ${accountId}, hold ${id}: ${state} at ${endedAt}, and over at ${expiresAt}`,
  ),
  // What earlier releases have sold in several carts is marked.
  sqlCheck(
    'an item is held or sold once',
    `SELECT account_id AS "accountId", cart_item_id AS item, COUNT(*) AS count,
      MIN(reservation_id) AS first, MAX(reservation_id) AS last
    FROM hold WHERE state IN ('held', 'confirmed') AND is_double = 0
    GROUP BY account_id, cart_item_id HAVING COUNT(*) > 1 ORDER BY 1, 2`,
    ({ accountId, item, count, first, last }) =>
      `account ${accountId}, item ${item}: ${count} holds, ${first} and ${last}`,
  ),
  sqlCheck(
    'a confirmation is of one sale',
    `SELECT confirmation_id AS id, COUNT(*) AS count, MIN(reservation_id) AS first, MAX(reservation_id) AS last
    FROM hold WHERE confirmation_id IS NOT NULL GROUP BY confirmation_id HAVING COUNT(*) > 1 ORDER BY 1`,
    ({ id, count, first, last }) => `confirmation ${id}: of ${count} holds, ${first} and ${last}`,
  ),
  sqlCheck(
    'what is sold has its order',
    `SELECT ${named}, cart_id AS "cartId", order_id AS "orderId" FROM hold
    WHERE state IN ('confirmed', 'cancelled') AND NOT EXISTS (
      SELECT 1 FROM placed_order WHERE placed_order.account_id = hold.account_id
        AND placed_order.cart_id = hold.cart_id AND placed_order.order_id = hold.order_id
    )
    ORDER BY reservation_id`,
    ({ accountId, id, state, cartId, orderId }) =>
      `account ${accountId}, hold ${id}: ${state}, and cart ${cartId} has no order ${orderId}`,
  ),
];
