import type { Transaction } from './store.ts';

/** What has become of a hold: only `held` keeps stock for a cart, and only `confirmed` is sold. */
export type HoldState = 'held' | 'confirmed' | 'released' | 'expired' | 'cancelled';

/** Stock that is kept for one line of one cart, or was sold to it. */
export interface Hold {
  readonly reservationId: string;
  readonly accountId: string;
  readonly cartId: string;
  readonly cartItemId: string;
  readonly sku: string;
  readonly quantity: number;
  /** In whole minor units of `currency`. */
  readonly unitPrice: number;
  readonly currency: string;
  readonly linkedProductId: string | null;
  readonly provider: string | null;
  readonly providerData: string | null;
  readonly state: HoldState;
  readonly sessionId: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly endedAt: number | null;
  readonly orderId: string | null;
  readonly confirmationId: string | null;
  /** The most that the cart might have of the product when the hold was made; null without a limit. */
  readonly maximum: number | null;
  /** The hold of the same cart that this one was released for. */
  readonly successorId: string | null;
  /** The taken-over hold under whose name this one was confirmed; null for its own. */
  readonly confirmedAs: string | null;
}

const columns = `reservation_id AS "reservationId", account_id AS "accountId", cart_id AS "cartId",
  cart_item_id AS "cartItemId", sku, quantity, unit_price AS "unitPrice", currency,
  linked_product_id AS "linkedProductId", provider, provider_data AS "providerData", state, session_id AS "sessionId",
  created_at AS "createdAt", expires_at AS "expiresAt", ended_at AS "endedAt", order_id AS "orderId",
  confirmation_id AS "confirmationId", maximum, successor_id AS "successorId", confirmed_as AS "confirmedAs"`;

// Said once: a text that is put together for each call has to be read through to be found among the prepared ones.
const BY_ID = `SELECT ${columns} FROM hold WHERE reservation_id = $2 AND account_id = $1`;
const OPEN = `SELECT ${columns} FROM hold
  WHERE account_id = $1 AND cart_item_id = $2 AND state IN ('held', 'confirmed')`;
const OF_CART = `SELECT ${columns} FROM hold
  WHERE account_id = $1 AND cart_id = $2 AND sku = $3 AND state IN ('held', 'confirmed')`;
const OF_ITEM = `SELECT ${columns} FROM hold WHERE account_id = $1 AND cart_item_id = $2
  ORDER BY created_at DESC, reservation_id DESC`;
const SUCCESSOR = `WITH RECURSIVE line (id, next) AS (
    SELECT reservation_id, successor_id FROM hold WHERE account_id = $1 AND reservation_id = $2
    UNION
    SELECT reservation_id, successor_id FROM hold JOIN line ON reservation_id = next WHERE account_id = $1
  )
  SELECT ${columns} FROM hold
  WHERE reservation_id = (SELECT id FROM line WHERE next IS NULL AND id <> $2)`;

/** The product that the account's hold of this id is on, which never changes. */
export async function findProductOfHold(
  tx: Transaction,
  accountId: string,
  reservationId: string,
): Promise<{ readonly sku: string } | undefined> {
  const [product] = await tx.all<{ sku: string }>(
    'SELECT sku FROM hold WHERE account_id = $1 AND reservation_id = $2',
    accountId,
    reservationId,
  );
  return product;
}

/** The account's hold of this id, in any state. */
export async function findHold(
  tx: Transaction,
  accountId: string,
  reservationId: string,
): Promise<Hold | undefined> {
  const [hold] = await tx.all<Hold>(BY_ID, accountId, reservationId);
  return hold;
}

/**
 * The hold on an item that has not ended, in whichever cart: `held`, though its time may be over, or `confirmed`. There is one.
 * (Before holds were one in all carts an item could be sold in several; there the cart's own counts first.)
 */
export async function findOpenHold(
  tx: Transaction,
  accountId: string,
  cartId: string,
  cartItemId: string,
): Promise<Hold | undefined> {
  const holds = await tx.all<Hold>(OPEN, accountId, cartItemId);
  return holds.find((hold) => hold.cartId === cartId) ?? holds[0];
}

/** The holds of a cart on a product that are `held`, due or not, or `confirmed`, whatever they are linked to. */
export async function holdsOfCart(
  tx: Transaction,
  accountId: string,
  cartId: string,
  sku: string,
): Promise<Hold[]> {
  return tx.all<Hold>(OF_CART, accountId, cartId, sku);
}

/** The last of the holds that have one after another taken over a hold, in any state; undefined where none has. */
export async function findSuccessor(tx: Transaction, hold: Hold): Promise<Hold | undefined> {
  const [last] = await tx.all<Hold>(SUCCESSOR, hold.accountId, hold.reservationId);
  return last;
}

/** Every hold that there was on an item, the latest first. */
export async function holdsOfItem(tx: Transaction, accountId: string, cartItemId: string): Promise<Hold[]> {
  return tx.all<Hold>(OF_ITEM, accountId, cartItemId);
}

/** Whether at least `count` holds on a product are live at `now`. */
export async function hasLiveHolds(
  tx: Transaction,
  accountId: string,
  sku: string,
  now: number,
  count: number,
): Promise<boolean> {
  // A hold has one piece at least: where fewer are taken, there is none to count.
  const taken = await tx.all(
    `SELECT 1 AS found FROM stock
    WHERE account_id = $1 AND sku = $2 AND (supplied IS NULL OR supplied - available >= $3)`,
    accountId,
    sku,
    count,
  );
  if (taken.length === 0) return false;
  const rows = await tx.all(
    `SELECT 1 AS found FROM hold WHERE account_id = $1 AND sku = $2 AND state = 'held' AND expires_at > $3
    LIMIT 1 OFFSET $4`,
    accountId,
    sku,
    now,
    count - 1,
  );
  return rows.length > 0;
}

/** Keeps a new hold; its stock has been taken. */
export async function insertHold(tx: Transaction, hold: Hold): Promise<void> {
  await tx.run(
    `INSERT INTO hold (reservation_id, account_id, cart_id, cart_item_id, sku, quantity, unit_price, currency,
      linked_product_id, provider, provider_data, state, session_id, created_at, expires_at, ended_at, order_id,
      confirmation_id, maximum, successor_id, confirmed_as)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    hold.reservationId,
    hold.accountId,
    hold.cartId,
    hold.cartItemId,
    hold.sku,
    hold.quantity,
    hold.unitPrice,
    hold.currency,
    hold.linkedProductId,
    hold.provider,
    hold.providerData,
    hold.state,
    hold.sessionId,
    hold.createdAt,
    hold.expiresAt,
    hold.endedAt,
    hold.orderId,
    hold.confirmationId,
    hold.maximum,
    hold.successorId,
    hold.confirmedAs,
  );
}
