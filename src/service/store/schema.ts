import { toIsoMinorUnits } from './iso-minor-units.ts';
import { toOneHoldAnItem } from './one-hold-an-item.ts';
import { outboxByReceiver } from './outbox-by-receiver.ts';
import type { Transaction } from './store.ts';

/**
 * The tables, in SQL that both databases read. Times are ms since the epoch, prices whole minor units, ids text; the ids of
 * rows that pile up are ordered by time, so that indexes grow at one end.
 */
const tables: readonly string[] = [
  `CREATE TABLE account (
    account_id TEXT PRIMARY KEY,
    created_at BIGINT NOT NULL
  )`,
  `CREATE TABLE account_key (
    key_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (account_id),
    created_at BIGINT NOT NULL
  )`,
  `CREATE TABLE account_tag (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    tag_id TEXT NOT NULL,
    PRIMARY KEY (account_id, tag_id)
  )`,
  `CREATE TABLE account_origin (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    origin TEXT NOT NULL,
    PRIMARY KEY (account_id, origin)
  )`,
  // supplied: all that there ever was; null where there is no limit.
  `CREATE TABLE stock (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    sku TEXT NOT NULL,
    supplied BIGINT CHECK (supplied >= 0),
    available BIGINT CHECK (available >= 0),
    PRIMARY KEY (account_id, sku),
    CHECK ((supplied IS NULL) = (available IS NULL))
  )`,
  // One offer as one shopper was shown it.
  `CREATE TABLE offered_item (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    cart_item_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    sku TEXT NOT NULL,
    linked_product_id TEXT,
    unit_price BIGINT NOT NULL CHECK (unit_price >= 0),
    currency TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, cart_item_id)
  )`,
  `CREATE INDEX offered_item_age ON offered_item (account_id, created_at)`,
  `CREATE TABLE hold (
    reservation_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (account_id),
    cart_id TEXT NOT NULL,
    cart_item_id TEXT NOT NULL,
    sku TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    unit_price BIGINT NOT NULL CHECK (unit_price >= 0),
    currency TEXT NOT NULL,
    linked_product_id TEXT,
    provider TEXT,
    provider_data TEXT,
    state TEXT NOT NULL CHECK (state IN ('held', 'confirmed', 'released', 'expired', 'cancelled')),
    session_id TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    order_id TEXT,
    confirmation_id TEXT UNIQUE,
    CHECK ((state = 'held') = (ended_at IS NULL)),
    CHECK ((state IN ('confirmed', 'cancelled')) = (order_id IS NOT NULL)),
    CHECK ((order_id IS NULL) = (confirmation_id IS NULL))
  )`,
  `CREATE UNIQUE INDEX hold_in_force ON hold (account_id, cart_id, cart_item_id) WHERE state IN ('held', 'confirmed')`,
  `CREATE INDEX hold_of_item ON hold (account_id, cart_item_id, created_at)`,
  `CREATE INDEX hold_due ON hold (account_id, sku, expires_at) WHERE state = 'held'`,
  `CREATE INDEX hold_over ON hold (account_id, ended_at) WHERE state IN ('released', 'expired')`,
  `CREATE TABLE placed_order (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    cart_id TEXT NOT NULL,
    order_id TEXT NOT NULL,
    session_id TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, cart_id, order_id)
  )`,
  // Answers of committed transactions by their Idempotency-Key.
  `CREATE TABLE answered_request (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    operation TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    status BIGINT NOT NULL,
    answer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, operation, idempotency_key)
  )`,
  `CREATE INDEX answered_request_age ON answered_request (account_id, created_at)`,
  // What providers are told; of one item the sale goes before the cancellation.
  `CREATE TABLE outbox (
    message_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (account_id),
    provider TEXT NOT NULL,
    reservation_id TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('item.confirmed', 'item.cancelled')),
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given-up')),
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    lease TEXT,
    leased_until BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
  )`,
  `CREATE INDEX outbox_due ON outbox (account_id, provider, due_at) WHERE state = 'waiting'`,
  `CREATE INDEX outbox_of_item ON outbox (reservation_id, type)`,
  `CREATE INDEX outbox_over ON outbox (account_id, ended_at) WHERE state = 'delivered'`,
];

/** An answer is kept as it was sent, with its session beside it. Those of the day before are let go: they had another form. */
const plainAnswers: readonly string[] = [
  'DROP TABLE answered_request',
  `CREATE TABLE answered_request (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    operation TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    session_id TEXT NOT NULL,
    answer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, operation, idempotency_key)
  )`,
  `CREATE INDEX answered_request_age ON answered_request (account_id, created_at)`,
];

/** The version of the catalogue whose stock was applied last; 0 for one without. */
const catalogueVersions: readonly string[] = [
  'ALTER TABLE account ADD COLUMN catalogue_version BIGINT NOT NULL DEFAULT 0',
];

/** Empty between two transactions: what asks whether the database can be written writes here. */
const probe: readonly string[] = ['CREATE TABLE probe (probe_id TEXT PRIMARY KEY, filling TEXT NOT NULL)'];

/** Statements, or what more than statements has to do. */
type Migration = readonly string[] | ((tx: Transaction) => Promise<void>);

/** What brings the tables from one version to the next; the first entry makes version 1 of nothing. */
export const migrations: readonly Migration[] = [
  tables,
  toIsoMinorUnits,
  plainAnswers,
  catalogueVersions,
  probe,
  toOneHoldAnItem,
  outboxByReceiver,
];
