import type { Hold } from '../holds.ts';
import type { Transaction } from '../store.ts';

/** An answer that was kept under its `Idempotency-Key`. */
export interface AnswerRow {
  readonly accountId: string;
  readonly operation: string;
  readonly idempotencyKey: string;
  /** JSON. */
  readonly answer: string;
  readonly createdAt: number;
}

/** What is compared of a hold with what was said of it. */
export type ToldHold = Pick<
  Hold,
  | 'accountId'
  | 'reservationId'
  | 'cartId'
  | 'orderId'
  | 'confirmationId'
  | 'quantity'
  | 'unitPrice'
  | 'currency'
  | 'state'
  | 'expiresAt'
>;

/** A message with the hold that it is of. */
export interface MessageRow extends ToldHold {
  readonly messageId: string;
  /** JSON. */
  readonly body: string;
}

const AT_ONCE = 500;

const hold = `hold.account_id AS "accountId", hold.reservation_id AS "reservationId", hold.cart_id AS "cartId",
  hold.order_id AS "orderId", hold.confirmation_id AS "confirmationId", hold.quantity, hold.unit_price AS "unitPrice",
  hold.currency, hold.state, hold.expires_at AS "expiresAt"`;

/** The hold of this id, whoever's it is. */
export async function findToldHold(tx: Transaction, reservationId: string): Promise<ToldHold | undefined> {
  const [found] = await tx.all<ToldHold>(`SELECT ${hold} FROM hold WHERE reservation_id = $1`, reservationId);
  return found;
}

/** Every answer that is kept, a few at a time. */
export async function* keptAnswers(tx: Transaction): AsyncGenerator<AnswerRow> {
  let last: AnswerRow | undefined;
  for (;;) {
    const rows: AnswerRow[] = await tx.all<AnswerRow>(
      `SELECT account_id AS "accountId", operation, idempotency_key AS "idempotencyKey", answer, created_at AS "createdAt"
      FROM answered_request WHERE (account_id, operation, idempotency_key) > ($1, $2, $3)
      ORDER BY account_id, operation, idempotency_key LIMIT ${AT_ONCE}`,
      last?.accountId ?? '',
      last?.operation ?? '',
      last?.idempotencyKey ?? '',
    );
    yield* rows;
    last = rows.at(-1);
    if (rows.length < AT_ONCE) return;
  }
}

/** Every message whose hold is there, a few at a time. */
export async function* toldMessages(tx: Transaction): AsyncGenerator<MessageRow> {
  let last = '';
  for (;;) {
    const rows: MessageRow[] = await tx.all<MessageRow>(
      `SELECT message_id AS "messageId", body, ${hold} FROM outbox
      JOIN hold ON hold.reservation_id = outbox.reservation_id
      WHERE message_id > $1 ORDER BY message_id LIMIT ${AT_ONCE}`,
      last,
    );
    yield* rows;
    last = rows.at(-1)?.messageId ?? last;
    if (rows.length < AT_ONCE) return;
  }
}
