import { hash, randomUUID } from 'node:crypto';

/**
 * The session of a call that names none: a GUID, the same for each call of an account under one `Idempotency-Key`, so that it need not
 * be kept.
 */
export function mintSession(accountId: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return randomUUID();
  const hex = hash('sha256', JSON.stringify([accountId, idempotencyKey]));
  // Version 8 of RFC 9562: made in a way of its own.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(12, 15)}`,
    `8${hex.slice(15, 18)}`,
    hex.slice(18, 30),
  ].join('-');
}
