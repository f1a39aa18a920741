import { type Check, sqlCheck } from './check.ts';

const named = `account_id AS "accountId", sku`;

/** What has to be true of stock. */
export const stockChecks: readonly Check[] = [
  sqlCheck(
    'available is never below 0',
    `SELECT ${named}, available FROM stock WHERE available < 0 ORDER BY account_id, sku`,
    ({ accountId, sku, available }) => `account ${accountId}, ${sku}: ${available} available`,
  ),
  sqlCheck(
    'available + held + confirmed = supplied',
    `SELECT stock.account_id AS "accountId", stock.sku, supplied, available,
      COALESCE(taken.held, 0) AS held, COALESCE(taken.sold, 0) AS sold
    FROM stock LEFT JOIN (
      SELECT account_id, sku,
        CAST(SUM(CASE WHEN state = 'held' THEN quantity ELSE 0 END) AS BIGINT) AS held,
        CAST(SUM(CASE WHEN state = 'confirmed' THEN quantity ELSE 0 END) AS BIGINT) AS sold
      FROM hold GROUP BY account_id, sku
    ) AS taken ON taken.account_id = stock.account_id AND taken.sku = stock.sku
    WHERE (supplied IS NULL) <> (available IS NULL)
      OR supplied <> available + COALESCE(taken.held, 0) + COALESCE(taken.sold, 0)
    ORDER BY stock.account_id, stock.sku`,
    ({ accountId, sku, supplied, available, held, sold }) =>
      `account ${accountId}, ${sku}: ${available ?? 'no limit'} available + ${held} held + ${sold} confirmed, ` +
      `${supplied ?? 'no limit'} supplied`,
  ),
  sqlCheck(
    'what is held or sold has a stock',
    `SELECT ${named}, reservation_id AS id FROM hold
    WHERE state IN ('held', 'confirmed') AND NOT EXISTS (
      SELECT 1 FROM stock WHERE stock.account_id = hold.account_id AND stock.sku = hold.sku
    )
    ORDER BY reservation_id`,
    ({ accountId, sku, id }) => `account ${accountId}, hold ${id}: there is no stock of ${sku}`,
  ),
];
