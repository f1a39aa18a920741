import type { ItemTerms } from '../catalogue/catalogue.ts';
import type { Transaction } from './store.ts';

/** One offer as one shopper was shown it. */
export interface Impression {
  readonly accountId: string;
  readonly cartItemId: string;
  readonly sessionId: string;
  readonly sku: string;
  readonly linkedProductId: string | null;
  /** In whole minor units of `currency`. */
  readonly unitPrice: number;
  readonly currency: string;
  readonly createdAt: number;
  /** What the offer said of one item; undefined for an impression that was kept without. */
  readonly terms: ItemTerms | undefined;
}

/** Keeps what a shopper is about to be shown. */
export async function insertOfferedItem(tx: Transaction, item: Impression): Promise<void> {
  await tx.run(
    `INSERT INTO offered_item
      (account_id, cart_item_id, session_id, sku, linked_product_id, unit_price, currency, created_at,
      minimum, maximum, provider_data)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    item.accountId,
    item.cartItemId,
    item.sessionId,
    item.sku,
    item.linkedProductId,
    item.unitPrice,
    item.currency,
    item.createdAt,
    item.terms?.minimum ?? null,
    item.terms?.maximum ?? null,
    item.terms?.providerData ?? null,
  );
}

/** What a shopper was shown under this id. */
export async function findOfferedItem(
  tx: Transaction,
  accountId: string,
  cartItemId: string,
): Promise<Impression | undefined> {
  const [row] = await tx.all<OfferedRow>(
    `SELECT session_id AS "sessionId", sku, linked_product_id AS "linkedProductId", unit_price AS "unitPrice",
      currency, created_at AS "createdAt", minimum, maximum, provider_data AS "providerData"
    FROM offered_item WHERE account_id = $1 AND cart_item_id = $2`,
    accountId,
    cartItemId,
  );
  return row && { ...toOffered(row), accountId, cartItemId };
}

interface OfferedRow extends Omit<Impression, 'terms' | 'accountId' | 'cartItemId'> {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly providerData: string | null;
}

function toOffered(row: OfferedRow) {
  const { sessionId, sku, linkedProductId, unitPrice, currency, createdAt } = row;
  return { sessionId, sku, linkedProductId, unitPrice, currency, createdAt, terms: termsOf(row) };
}

function termsOf({ minimum, maximum, providerData }: OfferedRow): ItemTerms | undefined {
  if (minimum === null || maximum === null) return undefined;
  return { minimum, maximum, providerData: providerData ?? undefined };
}
