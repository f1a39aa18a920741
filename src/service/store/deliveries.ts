import type { Transaction } from './store.ts';

/** A message that this process has taken to deliver. */
export interface ClaimedMessage {
  readonly messageId: string;
  readonly accountId: string;
  readonly provider: string;
  readonly body: string;
  /** This one included. */
  readonly attempts: number;
}

/** One provider of one account: what one is slow at is no other's delay. */
export interface Receiver {
  readonly accountId: string;
  readonly provider: string;
}

/** ms of the store's own time that a message belongs to the process that has taken it. */
const LEASED_FOR = 60_000;

/** Those that have a message waiting. */
export async function receiversWithMessages(tx: Transaction): Promise<Receiver[]> {
  return tx.all<Receiver>(
    `SELECT DISTINCT account_id AS "accountId", provider FROM outbox WHERE state = 'waiting'
    ORDER BY account_id, provider`,
  );
}

/**
 * Takes the due messages for one provider under `lease`, oldest first. A cancellation waits until its sale is done with, whatever
 * their ids say: clocks are set back. One that another process holds is not taken.
 *
 * @param now business time of the account
 */
export async function claimDueMessages(
  tx: Transaction,
  { accountId, provider }: Receiver,
  { now, lease, limit }: { now: number; lease: string; limit: number },
): Promise<ClaimedMessage[]> {
  const storeNow = await tx.now();
  const due = await tx.lock<{ messageId: string }>(
    `SELECT message_id AS "messageId" FROM outbox
    WHERE account_id = $1 AND provider = $2 AND state = 'waiting' AND due_at <= $3
      AND (leased_until IS NULL OR leased_until <= $4)
      AND NOT EXISTS (
        SELECT 1 FROM outbox AS sale
        WHERE outbox.type = 'item.cancelled' AND sale.reservation_id = outbox.reservation_id
          AND sale.type = 'item.confirmed' AND sale.state = 'waiting'
      )
    ORDER BY message_id LIMIT $5`,
    accountId,
    provider,
    now,
    storeNow,
    limit,
  );
  const claimed: ClaimedMessage[] = [];
  for (const { messageId } of due) {
    const [message] = await tx.all<{ body: string; attempts: number }>(
      `UPDATE outbox SET lease = $2, leased_until = $3, attempts = attempts + 1 WHERE message_id = $1
      RETURNING body, attempts`,
      messageId,
      lease,
      storeNow + LEASED_FOR,
    );
    if (message) claimed.push({ messageId, accountId, provider, ...message });
  }
  return claimed;
}

/** Ends a message that was claimed under `lease`; one whose lease has gone to another is left to that one. */
export function endMessage(
  tx: Transaction,
  messageId: string,
  lease: string,
  end: { state: 'delivered' | 'given-up'; error: string | null; now: number },
): Promise<number> {
  return tx.run(
    `UPDATE outbox SET state = $1, last_error = $2, ended_at = $3, lease = NULL, leased_until = NULL
    WHERE message_id = $4 AND lease = $5 AND state = 'waiting'`,
    end.state,
    end.error,
    end.now,
    messageId,
    lease,
  );
}

/** Puts a message that was claimed under `lease` back, to be sent again at `dueAt`. */
export function postponeMessage(
  tx: Transaction,
  messageId: string,
  lease: string,
  { error, dueAt }: { error: string; dueAt: number },
): Promise<number> {
  return tx.run(
    `UPDATE outbox SET due_at = $1, last_error = $2, lease = NULL, leased_until = NULL
    WHERE message_id = $3 AND lease = $4 AND state = 'waiting'`,
    dueAt,
    error,
    messageId,
    lease,
  );
}
