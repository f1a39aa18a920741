import type { Transaction } from './store.ts';

/** One provider of one account: what one is slow at is no other's delay. */
export interface Receiver {
  readonly accountId: string;
  readonly provider: string;
}

/** A receiver that something waits for. */
export interface WaitingReceiver extends Receiver {
  /** When the first of its messages is due, in business time. */
  readonly dueAt: number;
}

/** How a receiver fares. */
export interface Health {
  /** How often it has failed since it last took a message. */
  readonly failures: number;
  /** Nothing is sent to it before, in business time. */
  readonly resumeAt: number;
}

const first = `SELECT account_id AS "accountId", provider, due_at AS "dueAt" FROM outbox
  WHERE state = 'waiting' AND waits_for IS NULL`;

/** Those that have a message waiting which waits for no other, in a fixed order. Two looks in the index each, however many wait. */
export async function receiversWithMessages(tx: Transaction): Promise<WaitingReceiver[]> {
  const found: WaitingReceiver[] = [];
  for (;;) {
    const next = await receiverAfter(tx, found.at(-1) ?? { accountId: '', provider: '' });
    if (!next) return found;
    found.push(next);
  }
}

/** The next of the same account, or else the first of the next: SQLite reads all that waits where both are compared as a pair. */
async function receiverAfter(
  tx: Transaction,
  { accountId, provider }: Receiver,
): Promise<WaitingReceiver | undefined> {
  const [sameAccount] = await tx.all<WaitingReceiver>(
    `${first} AND account_id = $1 AND provider > $2 ORDER BY account_id, provider, due_at, message_id LIMIT 1`,
    accountId,
    provider,
  );
  if (sameAccount) return sameAccount;
  const [nextAccount] = await tx.all<WaitingReceiver>(
    `${first} AND account_id > $1 ORDER BY account_id, provider, due_at, message_id LIMIT 1`,
    accountId,
  );
  return nextAccount;
}

/** Those that have failed since they last took a message. */
export async function failingReceivers(tx: Transaction): Promise<(Receiver & Health)[]> {
  return tx.all<Receiver & Health>(
    `SELECT account_id AS "accountId", provider, failures, resume_at AS "resumeAt" FROM receiver
    ORDER BY account_id, provider`,
  );
}

/** How a receiver fares, for this transaction to change; it has failed, or is about to. */
export async function lockHealth(tx: Transaction, { accountId, provider }: Receiver): Promise<Health> {
  await tx.run(
    `INSERT INTO receiver (account_id, provider, failures, resume_at) VALUES ($1, $2, 0, 0) ON CONFLICT DO NOTHING`,
    accountId,
    provider,
  );
  return (await lockReceiver(tx, { accountId, provider })) ?? { failures: 0, resumeAt: 0 };
}

/** How a receiver that has failed fares. Who takes messages, too, takes the receiver first. */
export async function lockReceiver(
  tx: Transaction,
  { accountId, provider }: Receiver,
): Promise<Health | undefined> {
  const [health] = await tx.lock<Health>(
    `SELECT failures, resume_at AS "resumeAt" FROM receiver WHERE account_id = $1 AND provider = $2`,
    accountId,
    provider,
  );
  return health;
}

/** Keeps how a receiver fares. */
export async function keepHealth(
  tx: Transaction,
  { accountId, provider }: Receiver,
  { failures, resumeAt }: Health,
): Promise<void> {
  await tx.run(
    'UPDATE receiver SET failures = $3, resume_at = $4 WHERE account_id = $1 AND provider = $2',
    accountId,
    provider,
    failures,
    resumeAt,
  );
}

/** Forgets that a receiver has failed, and tells how often it had. */
export async function clearHealth(tx: Transaction, { accountId, provider }: Receiver): Promise<number> {
  const [before] = await tx.all<{ failures: number }>(
    'DELETE FROM receiver WHERE account_id = $1 AND provider = $2 RETURNING failures',
    accountId,
    provider,
  );
  return before?.failures ?? 0;
}
