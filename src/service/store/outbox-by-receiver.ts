/**
 * Messages wait by their receiver: each is due by itself, unless it `waits_for` another of its item. `sent` counts the attempts
 * that may have reached the receiver, and what an operator has dropped stays as a row. A receiver that fails has a row of
 * its own until it takes a message.
 */
export const outboxByReceiver: readonly string[] = [
  `CREATE TABLE outbox_by_receiver (
    message_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (account_id),
    provider TEXT NOT NULL,
    reservation_id TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('item.confirmed', 'item.cancelled')),
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given-up', 'dropped')),
    waits_for TEXT CHECK (waits_for IS NULL OR state = 'waiting'),
    attempts BIGINT NOT NULL,
    sent BIGINT NOT NULL CHECK (sent >= 0),
    due_at BIGINT NOT NULL,
    lease TEXT,
    leased_until BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CHECK ((state = 'waiting') = (ended_at IS NULL))
  )`,
  `INSERT INTO outbox_by_receiver (message_id, account_id, provider, reservation_id, type, body, state, waits_for,
    attempts, sent, due_at, lease, leased_until, last_error, created_at, ended_at)
  SELECT message_id, account_id, provider, reservation_id, type, body, state, (
      SELECT MIN(sale.message_id) FROM outbox AS sale
      WHERE outbox.type = 'item.cancelled' AND outbox.state = 'waiting'
        AND sale.reservation_id = outbox.reservation_id AND sale.type = 'item.confirmed' AND sale.state = 'waiting'
    ), attempts, attempts, due_at, lease, leased_until, last_error, created_at, ended_at
  FROM outbox`,
  'DROP TABLE outbox',
  'ALTER TABLE outbox_by_receiver RENAME TO outbox',
  `CREATE INDEX outbox_due ON outbox (account_id, provider, due_at, message_id)
    WHERE state = 'waiting' AND waits_for IS NULL`,
  `CREATE INDEX outbox_behind ON outbox (waits_for) WHERE waits_for IS NOT NULL`,
  `CREATE INDEX outbox_of_item ON outbox (reservation_id, type)`,
  `CREATE INDEX outbox_given_up ON outbox (account_id, provider, message_id) WHERE state = 'given-up'`,
  `CREATE INDEX outbox_over ON outbox (account_id, ended_at) WHERE state IN ('delivered', 'dropped')`,
  `CREATE TABLE receiver (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    provider TEXT NOT NULL,
    failures BIGINT NOT NULL CHECK (failures >= 0),
    resume_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, provider)
  )`,
];
