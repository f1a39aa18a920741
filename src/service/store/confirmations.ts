import type { Transaction } from './store.ts';

/** What was bought, as the shopper may see it. */
export interface Confirmation {
  readonly accountId: string;
  readonly sku: string;
  readonly quantity: number;
  /** In whole minor units of `currency`. */
  readonly unitPrice: number;
  readonly currency: string;
  readonly state: 'confirmed' | 'cancelled';
}

/** What was bought under a confirmation's id, which nobody can guess, cancelled or not. */
export async function findConfirmation(
  tx: Transaction,
  confirmationId: string,
): Promise<Confirmation | undefined> {
  const [found] = await tx.all<Confirmation>(
    `SELECT account_id AS "accountId", sku, quantity, unit_price AS "unitPrice", currency, state
    FROM hold WHERE confirmation_id = $1`,
    confirmationId,
  );
  return found;
}
