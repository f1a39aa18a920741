import type { Transaction } from './store.ts';

/** What makes two requests one: they are an account's calls of one operation under one `Idempotency-Key`. */
export interface RequestKey {
  readonly accountId: string;
  readonly operation: string;
  readonly idempotencyKey: string;
}

/** The answer of a transaction that was committed. */
export interface KeptAnswer {
  readonly bodyHash: string;
  readonly sessionId: string;
  /** JSON, as it was sent. */
  readonly text: string;
}

/**
 * Claims the key for a request with this body, from `now` on: undefined when it is the first, whose answer the same
 * transaction keeps. Else the answer that was given in the `keptFor` ms before. Another transaction's claim is waited for.
 */
export async function claimKey(
  tx: Transaction,
  { accountId, operation, idempotencyKey }: RequestKey,
  bodyHash: string,
  { now, keptFor }: { readonly now: number; readonly keptFor: number },
): Promise<KeptAnswer | undefined> {
  const claimed = await tx.run(
    `INSERT INTO answered_request
      (account_id, operation, idempotency_key, body_hash, session_id, answer, created_at)
    VALUES ($1, $2, $3, $4, '', '', $5)
    ON CONFLICT (account_id, operation, idempotency_key) DO UPDATE
      SET body_hash = excluded.body_hash, created_at = excluded.created_at
      WHERE answered_request.created_at < $6`,
    accountId,
    operation,
    idempotencyKey,
    bodyHash,
    now,
    now - keptFor,
  );
  if (claimed === 1) return undefined;
  const [kept] = await tx.all<KeptAnswer>(
    `SELECT body_hash AS "bodyHash", session_id AS "sessionId", answer AS text FROM answered_request
    WHERE account_id = $1 AND operation = $2 AND idempotency_key = $3`,
    accountId,
    operation,
    idempotencyKey,
  );
  return kept;
}

/** Keeps the answer of the request that has claimed the key. */
export async function keepAnswer(
  tx: Transaction,
  { accountId, operation, idempotencyKey }: RequestKey,
  { sessionId, text }: Pick<KeptAnswer, 'sessionId' | 'text'>,
): Promise<void> {
  await tx.run(
    `UPDATE answered_request SET session_id = $4, answer = $5
    WHERE account_id = $1 AND operation = $2 AND idempotency_key = $3`,
    accountId,
    operation,
    idempotencyKey,
    sessionId,
    text,
  );
}
