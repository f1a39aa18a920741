import type { Transaction } from './store.ts';

/** An order that the partner has told of, with or without items. */
export interface PlacedOrder {
  readonly accountId: string;
  readonly cartId: string;
  readonly orderId: string;
  readonly sessionId: string | null;
  readonly createdAt: number;
}

/** Keeps the order, once. */
export async function recordOrder(tx: Transaction, order: PlacedOrder): Promise<void> {
  await tx.run(
    `INSERT INTO placed_order (account_id, cart_id, order_id, session_id, created_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (account_id, cart_id, order_id) DO NOTHING`,
    order.accountId,
    order.cartId,
    order.orderId,
    order.sessionId,
    order.createdAt,
  );
}
