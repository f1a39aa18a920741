import { type Check, sqlCheck } from './check.ts';

const named = `outbox.account_id AS "accountId", message_id AS id, type, outbox.reservation_id AS "reservationId"`;

/** The sales whose message of one type is not there, though it cannot have been forgotten yet. */
const withoutMessage = (type: string, isTold: string, since: string) =>
  sqlCheck(
    `what is sold has its ${type}`,
    `SELECT account_id AS "accountId", reservation_id AS id, state, provider FROM hold
    WHERE provider IS NOT NULL AND ${isTold} AND ${since} >= $1 AND NOT EXISTS (
      SELECT 1 FROM outbox WHERE outbox.reservation_id = hold.reservation_id AND type = '${type}'
    )
    ORDER BY reservation_id`,
    ({ accountId, id, state, provider }) =>
      `account ${accountId}, hold ${id}: ${state}, and there is no ${type} for ${provider}`,
  );

const inState = (rule: string, state: string) =>
  sqlCheck(
    rule,
    `SELECT ${named}, provider, attempts, last_error AS error FROM outbox WHERE state = '${state}' ORDER BY message_id`,
    ({ accountId, id, type, reservationId, provider, attempts, error }) =>
      `account ${accountId}, message ${id}: ${type} of hold ${reservationId} for ${provider}, ` +
      `${attempts} attempts${error === null ? '' : `, ${error}`}`,
    'note',
  );

/** What has to be true of the messages to providers, and which of them have not arrived. */
export const messageChecks: readonly Check[] = [
  withoutMessage(
    'item.confirmed',
    `state IN ('confirmed', 'cancelled')`,
    // When a cancelled item was confirmed is not kept: it was not before its hold.
    `(CASE WHEN state = 'confirmed' THEN ended_at ELSE created_at END)`,
  ),
  withoutMessage('item.cancelled', `state = 'cancelled'`, 'ended_at'),
  sqlCheck(
    'a provider is told once',
    `SELECT reservation_id AS "reservationId", type, COUNT(*) AS count, MIN(message_id) AS first, MAX(message_id) AS last
    FROM outbox GROUP BY reservation_id, type HAVING COUNT(*) > 1 ORDER BY 1, 2`,
    ({ reservationId, type, count, first, last }) =>
      `hold ${reservationId}: ${count} messages ${type}, ${first} and ${last}`,
  ),
  sqlCheck(
    'a message is of a sale',
    `SELECT ${named}, outbox.provider, hold.state FROM outbox
    LEFT JOIN hold ON hold.reservation_id = outbox.reservation_id AND hold.account_id = outbox.account_id
    WHERE hold.reservation_id IS NULL OR hold.provider IS NULL OR hold.provider <> outbox.provider
      OR (type = 'item.confirmed' AND hold.state NOT IN ('confirmed', 'cancelled'))
      OR (type = 'item.cancelled' AND hold.state <> 'cancelled')
    ORDER BY message_id`,
    ({ accountId, id, type, reservationId, provider, state }) =>
      `account ${accountId}, message ${id}: ${type} for ${provider} of hold ${reservationId}, ` +
      (state === null ? 'which is not there' : `which is ${state}`),
  ),
  inState('undelivered', 'waiting'),
  inState('given up', 'given-up'),
];
