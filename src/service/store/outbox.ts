import type { Transaction } from './store.ts';

/** What a provider is to be told. */
export interface OutboxMessage {
  /** Ordered by time. */
  readonly messageId: string;
  readonly accountId: string;
  readonly provider: string;
  readonly reservationId: string;
  readonly type: 'item.confirmed' | 'item.cancelled';
  /** JSON, as it is signed and sent. */
  readonly body: string;
  readonly createdAt: number;
}

/** Why a cancellation is not sent. */
export const SALE_UNTOLD = 'its sale was never told';

/** What has become of the message that tells a sale. */
export interface SaleMessage {
  readonly messageId: string;
  readonly state: 'waiting' | 'delivered' | 'given-up' | 'dropped';
  /** How many attempts may have reached the provider. */
  readonly sent: number;
}

/**
 * Puts a message into the outbox, due at once. A cancellation waits for its sale's message, and is dropped where that one has
 * ended without a byte sent: the provider knows of no sale.
 */
export async function insertMessage(tx: Transaction, message: OutboxMessage): Promise<void> {
  const { type, reservationId, createdAt } = message;
  const sale = type === 'item.cancelled' ? await lockSaleMessage(tx, reservationId) : undefined;
  const isNeedless = sale !== undefined && isUntold(sale);
  await tx.run(
    `INSERT INTO outbox (message_id, account_id, provider, reservation_id, type, body, state, waits_for, attempts, sent,
      due_at, last_error, created_at, ended_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9, $10, $9, $11)`,
    message.messageId,
    message.accountId,
    message.provider,
    reservationId,
    type,
    message.body,
    isNeedless ? 'dropped' : 'waiting',
    sale?.state === 'waiting' ? sale.messageId : null,
    createdAt,
    isNeedless ? SALE_UNTOLD : null,
    isNeedless ? createdAt : null,
  );
}

/** Whether the provider cannot have heard of the sale, and will not. */
export function isUntold({ state, sent }: SaleMessage): boolean {
  return sent === 0 && (state === 'given-up' || state === 'dropped');
}

/** The message that tells the sale of a hold, for this transaction alone. Who has it may not take stock any more. */
export async function lockSaleMessage(
  tx: Transaction,
  reservationId: string,
): Promise<SaleMessage | undefined> {
  const [sale] = await tx.lock<SaleMessage>(
    `SELECT message_id AS "messageId", state, sent FROM outbox WHERE reservation_id = $1 AND type = 'item.confirmed'`,
    reservationId,
  );
  return sale;
}
