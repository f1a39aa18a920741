import { letFollow } from './deliveries.ts';
import { isUntold, lockSaleMessage } from './outbox.ts';
import { type Health, lockReceiver, type Receiver } from './receivers.ts';
import type { Transaction } from './store.ts';

/** What has become of a message. */
export type MessageState = 'waiting' | 'delivered' | 'given-up' | 'dropped';

/** A message as an operator sees it. */
export interface KeptMessage extends Receiver {
  readonly messageId: string;
  readonly reservationId: string;
  readonly type: 'item.confirmed' | 'item.cancelled';
  readonly state: MessageState;
  /** Since it was made, or last sent again by an operator. */
  readonly attempts: number;
  readonly dueAt: number;
  /** The message of its item that goes first. */
  readonly waitsFor: string | null;
  readonly lastError: string | null;
}

/** What waits for a receiver, and how it fares. */
export interface ReceiverSum extends Receiver, Health {
  readonly waiting: number;
  readonly givenUp: number;
}

/** Whose messages; all of them where a field is null. */
export interface MessageFilter {
  readonly accountId: string | null;
  readonly provider: string | null;
  /** Without: those that were given up, and those that have failed and wait. */
  readonly state: MessageState | null;
}

const columns = `message_id AS "messageId", account_id AS "accountId", provider, reservation_id AS "reservationId", type,
  state, attempts, due_at AS "dueAt", waits_for AS "waitsFor", last_error AS "lastError"`;

/** The oldest `limit` messages that `filter` takes. */
export function listMessages(
  tx: Transaction,
  { accountId, provider, state }: MessageFilter,
  limit: number,
): Promise<KeptMessage[]> {
  return tx.all<KeptMessage>(
    `SELECT ${columns} FROM outbox
    WHERE (CAST($1 AS TEXT) IS NULL OR account_id = $1) AND (CAST($2 AS TEXT) IS NULL OR provider = $2)
      AND (state = $3 OR (CAST($3 AS TEXT) IS NULL AND (state = 'given-up' OR (state = 'waiting' AND attempts > 0))))
    ORDER BY message_id LIMIT $4`,
    accountId,
    provider,
    state,
    limit,
  );
}

/** Every receiver for which something waits, or was given up. */
export function sumReceivers(tx: Transaction): Promise<ReceiverSum[]> {
  return tx.all<ReceiverSum>(
    `SELECT sums.account_id AS "accountId", sums.provider, waiting, given_up AS "givenUp",
      COALESCE(failures, 0) AS failures, COALESCE(resume_at, 0) AS "resumeAt"
    FROM (
      SELECT account_id, provider, COUNT(CASE WHEN state = 'waiting' THEN 1 END) AS waiting,
        COUNT(CASE WHEN state = 'given-up' THEN 1 END) AS given_up
      FROM outbox WHERE state IN ('waiting', 'given-up') GROUP BY account_id, provider
    ) AS sums
    LEFT JOIN receiver ON receiver.account_id = sums.account_id AND receiver.provider = sums.provider
    ORDER BY sums.account_id, sums.provider`,
  );
}

const ofId = `SELECT ${columns} FROM outbox WHERE message_id = $1`;

/** The message of this id, and how its receiver fares, for this transaction alone. */
export async function lockMessage(
  tx: Transaction,
  messageId: string,
): Promise<{ message: KeptMessage; health: Health | undefined } | undefined> {
  const [found] = await tx.all<KeptMessage>(ofId, messageId);
  const health = found && (await lockReceiver(tx, found));
  const [message] = await tx.lock<KeptMessage>(ofId, messageId);
  return message && { message, health };
}

/** Whether the sale that a message tells of, or cancels, is cancelled. */
export async function isSaleCancelled(tx: Transaction, { reservationId }: KeptMessage): Promise<boolean> {
  const rows = await tx.all(
    `SELECT 1 AS found FROM hold WHERE reservation_id = $1 AND state = 'cancelled'`,
    reservationId,
  );
  return rows.length > 0;
}

/** Whether the provider has never heard of the sale that a message cancels. */
export async function isSaleUntold(tx: Transaction, { reservationId }: KeptMessage): Promise<boolean> {
  const sale = await lockSaleMessage(tx, reservationId);
  return sale !== undefined && isUntold(sale);
}

/** Has a message sent from `now` on, as if it were new; what it waits for still goes first. */
export async function renewMessage(tx: Transaction, messageId: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE outbox SET state = 'waiting', attempts = 0, due_at = $2, ended_at = NULL WHERE message_id = $1`,
    messageId,
    now,
  );
}

/** Sends a message no more, and lets what waits for it go. */
export async function dropMessage(tx: Transaction, messageId: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE outbox SET state = 'dropped', waits_for = NULL, lease = NULL, leased_until = NULL, ended_at = $2
    WHERE message_id = $1`,
    messageId,
    now,
  );
  await letFollow(tx, messageId, now);
}
