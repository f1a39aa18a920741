import { SALE_UNTOLD } from './outbox.ts';
import type { Receiver } from './receivers.ts';
import type { Transaction } from './store.ts';

/** A message that this process has taken to deliver. */
export interface ClaimedMessage extends Receiver {
  readonly messageId: string;
  readonly type: 'item.confirmed' | 'item.cancelled';
  readonly body: string;
  /** This one included. */
  readonly attempts: number;
}

/** ms of the store's own time that a message belongs to the process that has taken it. */
export const LEASED_FOR = 60_000;

/**
 * Takes the due messages for one provider under `lease`, the one that was due first before the others. One that another process
 * holds is not taken. Until it is told otherwise, each counts as sent: a process may die before it can say that it was not.
 *
 * @param now business time of the account
 */
export async function claimDueMessages(
  tx: Transaction,
  { accountId, provider }: Receiver,
  { now, lease, limit }: { now: number; lease: string; limit: number },
): Promise<ClaimedMessage[]> {
  const storeNow = await tx.now();
  const due = await tx.all<{ messageId: string }>(
    `SELECT message_id AS "messageId" FROM outbox
    WHERE account_id = $1 AND provider = $2 AND state = 'waiting' AND waits_for IS NULL AND due_at <= $3
      AND (leased_until IS NULL OR leased_until <= $4)
    ORDER BY due_at, message_id LIMIT $5`,
    accountId,
    provider,
    now,
    storeNow,
    limit,
  );
  const claimed: ClaimedMessage[] = [];
  for (const { messageId } of due) {
    const [message] = await claimMessage(tx, messageId, { lease, storeNow });
    if (message) claimed.push({ messageId, accountId, provider, ...message });
  }
  return claimed;
}

/**
 * Another process may have taken the message since it was found, so the condition stands here again. By their ids: one statement
 * for all leaves it to PostgreSQL's guess whether it reads a few messages or every one that waits.
 */
function claimMessage(
  tx: Transaction,
  messageId: string,
  { lease, storeNow }: { lease: string; storeNow: number },
): Promise<Pick<ClaimedMessage, 'type' | 'body' | 'attempts'>[]> {
  return tx.all(
    `UPDATE outbox SET lease = $2, leased_until = $3, attempts = attempts + 1, sent = sent + 1
    WHERE message_id = $1 AND state = 'waiting' AND (leased_until IS NULL OR leased_until <= $4)
    RETURNING type, body, attempts`,
    messageId,
    lease,
    storeNow + LEASED_FOR,
    storeNow,
  );
}

/** How a message ends. */
export interface MessageEnd {
  readonly state: 'delivered' | 'given-up';
  readonly error: string | null;
  /** No byte of this attempt has left. */
  readonly isUnsent?: boolean;
  readonly now: number;
}

/** Ends a message that was claimed under `lease`; 0, and nothing is changed, when its lease has gone to another. */
export async function endMessage(
  tx: Transaction,
  messageId: string,
  lease: string,
  { state, error, isUnsent = false, now }: MessageEnd,
): Promise<number> {
  const ended = await tx.run(
    `UPDATE outbox SET state = $1, last_error = $2, ended_at = $3, sent = sent - $4, lease = NULL, leased_until = NULL
    WHERE message_id = $5 AND lease = $6 AND state = 'waiting'`,
    state,
    error,
    now,
    isUnsent ? 1 : 0,
    messageId,
    lease,
  );
  if (ended === 1) await letFollow(tx, messageId, now);
  return ended;
}

/** Lets what waits for a message that has ended go; what cancels a sale that was never told is dropped. */
export async function letFollow(tx: Transaction, messageId: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE outbox SET state = 'dropped', waits_for = NULL, last_error = $2, ended_at = $3
    WHERE waits_for = $1 AND EXISTS (
      SELECT 1 FROM outbox AS sale
      WHERE sale.message_id = $1 AND sale.state IN ('given-up', 'dropped') AND sale.sent = 0
    )`,
    messageId,
    SALE_UNTOLD,
    now,
  );
  await tx.run('UPDATE outbox SET waits_for = NULL WHERE waits_for = $1', messageId);
}

/** Puts a message that was claimed under `lease` back, to be sent again at `dueAt`; 0 when its lease has gone to another. */
export async function postponeMessage(
  tx: Transaction,
  messageId: string,
  lease: string,
  { error, isUnsent = false, dueAt }: { error: string; isUnsent?: boolean; dueAt: number },
): Promise<number> {
  return tx.run(
    `UPDATE outbox SET due_at = $1, last_error = $2, sent = sent - $3, lease = NULL, leased_until = NULL
    WHERE message_id = $4 AND lease = $5 AND state = 'waiting'`,
    dueAt,
    error,
    isUnsent ? 1 : 0,
    messageId,
    lease,
  );
}
