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

/** Puts a message into the outbox, due at once. */
export async function insertMessage(tx: Transaction, message: OutboxMessage): Promise<void> {
  await tx.run(
    `INSERT INTO outbox
      (message_id, account_id, provider, reservation_id, type, body, state, attempts, due_at, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $7)`,
    message.messageId,
    message.accountId,
    message.provider,
    message.reservationId,
    message.type,
    message.body,
    message.createdAt,
  );
}
