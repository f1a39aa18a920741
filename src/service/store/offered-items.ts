import type { Transaction } from './store.ts';

/** One offer as one shopper was shown it. */
export interface OfferedItem {
  readonly accountId: string;
  readonly cartItemId: string;
  readonly sessionId: string;
  readonly sku: string;
  readonly linkedProductId: string | null;
  /** In whole minor units of `currency`. */
  readonly unitPrice: number;
  readonly currency: string;
  readonly createdAt: number;
}

/** Keeps what a shopper is about to be shown. */
export async function insertOfferedItem(tx: Transaction, item: OfferedItem): Promise<void> {
  await tx.run(
    `INSERT INTO offered_item
      (account_id, cart_item_id, session_id, sku, linked_product_id, unit_price, currency, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    item.accountId,
    item.cartItemId,
    item.sessionId,
    item.sku,
    item.linkedProductId,
    item.unitPrice,
    item.currency,
    item.createdAt,
  );
}

/** What a shopper was shown under this id. */
export async function findOfferedItem(
  tx: Transaction,
  accountId: string,
  cartItemId: string,
): Promise<OfferedItem | undefined> {
  const [item] = await tx.all<OfferedItem>(
    `SELECT account_id AS "accountId", cart_item_id AS "cartItemId", session_id AS "sessionId", sku,
      linked_product_id AS "linkedProductId", unit_price AS "unitPrice", currency, created_at AS "createdAt"
    FROM offered_item WHERE account_id = $1 AND cart_item_id = $2`,
    accountId,
    cartItemId,
  );
  return item;
}
