import type { Hold } from './holds.ts';
import type { Transaction } from './store.ts';

/**
 * Ends a hold that is `held`, one that has expired at its own time; false when it is not any more. Its stock is the caller's
 * to put back.
 *
 * @param successorId the hold of the same cart that it is released for
 */
export async function endHold(
  tx: Transaction,
  hold: Hold,
  state: 'released' | 'expired',
  now: number,
  successorId: string | null = null,
): Promise<boolean> {
  const ended = await tx.run(
    `UPDATE hold SET state = $2, ended_at = $3, successor_id = $4 WHERE reservation_id = $1 AND state = 'held'`,
    hold.reservationId,
    state,
    state === 'expired' ? hold.expiresAt : now,
    successorId,
  );
  return ended === 1;
}

/** Makes a hold that is `held` the sale that `sale` says. */
export async function confirmHold(tx: Transaction, sale: Hold): Promise<void> {
  await tx.run(
    `UPDATE hold SET state = 'confirmed', ended_at = $2, order_id = $3, confirmation_id = $4, confirmed_as = $5
    WHERE reservation_id = $1 AND state = 'held'`,
    sale.reservationId,
    sale.endedAt,
    sale.orderId,
    sale.confirmationId,
    sale.confirmedAs,
  );
}

/** Undoes a sale; false when it is none (any more). Its stock is the caller's to put back. */
export async function cancelHold(tx: Transaction, reservationId: string, now: number): Promise<boolean> {
  const cancelled = await tx.run(
    `UPDATE hold SET state = 'cancelled', ended_at = $2 WHERE reservation_id = $1 AND state = 'confirmed'`,
    reservationId,
    now,
  );
  return cancelled === 1;
}

/** Ends up to `limit` of the holds on a product that are over by `now`, and gives the quantity of each. */
export async function expireHolds(
  tx: Transaction,
  accountId: string,
  sku: string,
  now: number,
  limit: number,
): Promise<number[]> {
  const rows = await tx.all<{ quantity: number }>(
    `UPDATE hold SET state = 'expired', ended_at = expires_at
    WHERE state = 'held' AND reservation_id IN (
      SELECT reservation_id FROM hold
      WHERE account_id = $1 AND sku = $2 AND state = 'held' AND expires_at <= $3
      ORDER BY expires_at LIMIT $4
    )
    RETURNING quantity`,
    accountId,
    sku,
    now,
    limit,
  );
  return rows.map(({ quantity }) => quantity);
}

/** The products that have a hold which is over by `now` and still `held`. */
export async function skusWithDueHolds(tx: Transaction, accountId: string, now: number): Promise<string[]> {
  const rows = await tx.all<{ sku: string }>(
    `SELECT sku FROM stock WHERE account_id = $1 AND EXISTS (
      SELECT 1 FROM hold
      WHERE hold.account_id = stock.account_id AND hold.sku = stock.sku AND state = 'held' AND expires_at <= $2
    )
    ORDER BY sku`,
    accountId,
    now,
  );
  return rows.map(({ sku }) => sku);
}
