import type { Transaction } from './store.ts';

/** What makes two requests one: they are an account's calls of one operation under one `Idempotency-Key`. */
export interface RequestKey {
  readonly accountId: string;
  readonly operation: string;
  readonly idempotencyKey: string;
}

/** The answer of a transaction that was committed. */
export interface AnsweredRequest {
  readonly bodyHash: string;
  readonly status: number;
  /** JSON. */
  readonly answer: string;
  readonly createdAt: number;
}

/** The answer that was given under this key at `since` or later. */
export async function findAnswer(
  tx: Transaction,
  key: RequestKey,
  since: number,
): Promise<AnsweredRequest | undefined> {
  const [answered] = await tx.all<AnsweredRequest>(
    `SELECT body_hash AS "bodyHash", status, answer, created_at AS "createdAt" FROM answered_request
    WHERE account_id = $1 AND operation = $2 AND idempotency_key = $3 AND created_at >= $4`,
    key.accountId,
    key.operation,
    key.idempotencyKey,
    since,
  );
  return answered;
}

/** Keeps an answer under its key, in place of one that is too old. */
export async function keepAnswer(
  tx: Transaction,
  key: RequestKey,
  { bodyHash, status, answer, createdAt }: AnsweredRequest,
): Promise<void> {
  await tx.run(
    `INSERT INTO answered_request
      (account_id, operation, idempotency_key, body_hash, status, answer, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (account_id, operation, idempotency_key) DO UPDATE SET body_hash = excluded.body_hash,
      status = excluded.status, answer = excluded.answer, created_at = excluded.created_at`,
    key.accountId,
    key.operation,
    key.idempotencyKey,
    bodyHash,
    status,
    answer,
    createdAt,
  );
}
