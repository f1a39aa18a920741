import { type Check, sqlCheck } from './check.ts';

const tables = [
  ...['account_key', 'account_tag', 'account_origin', 'stock', 'offered_item', 'hold', 'placed_order'],
  ...['answered_request', 'outbox', 'receiver'],
];

const rowsOfNobody = tables.map(
  (name) =>
    `SELECT '${name}' AS name, account_id AS "accountId", COUNT(*) AS count FROM ${name}
    WHERE account_id NOT IN (SELECT account_id FROM account) GROUP BY account_id`,
);

/** What has to be true between accounts. */
export const accountChecks: readonly Check[] = [
  sqlCheck(
    'every row is of an account',
    `${rowsOfNobody.join(' UNION ALL ')} ORDER BY 1, 2`,
    ({ name, accountId, count }) => `${name}: ${count} rows of ${accountId}, which is no account`,
  ),
  // What was offered is forgotten after a day: then nobody's is there.
  sqlCheck(
    'no row names what is another account’s',
    `SELECT hold.account_id AS "accountId", reservation_id AS id, hold.cart_item_id AS item, other.account_id AS other
    FROM hold JOIN offered_item AS other
      ON other.cart_item_id = hold.cart_item_id AND other.account_id <> hold.account_id
    WHERE NOT EXISTS (
      SELECT 1 FROM offered_item AS own
      WHERE own.account_id = hold.account_id AND own.cart_item_id = hold.cart_item_id
    )
    ORDER BY reservation_id`,
    ({ accountId, id, item, other }) =>
      `account ${accountId}, hold ${id}: item ${item} was offered by account ${other}`,
  ),
  sqlCheck(
    'a hold is of what was offered',
    `SELECT hold.account_id AS "accountId", reservation_id AS id, hold.sku, offered_item.sku AS offered
    FROM hold JOIN offered_item
      ON offered_item.account_id = hold.account_id AND offered_item.cart_item_id = hold.cart_item_id
    WHERE hold.sku <> offered_item.sku ORDER BY reservation_id`,
    ({ accountId, id, sku, offered }) =>
      `account ${accountId}, hold ${id}: of ${sku}, offered was ${offered}`,
  ),
];
