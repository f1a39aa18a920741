import { toItemReservationId } from '../../reservation/holding.ts';
import type { AccountRows, Row } from '../../store/account-rows.ts';
import type { HoldState } from '../../store/holds.ts';
import type { LoggedRequest } from '../request-log.ts';
import type { Charge } from './charge.ts';

/** A hold as its row says it is. */
export interface HoldFact {
  readonly itemReservationId: string;
  readonly cartId: string;
  readonly cartItemId: string;
  readonly sku: string;
  /** In whole minor units. */
  readonly total: number;
  readonly currency: string;
  readonly quantity: number;
  /** `expired` from the moment that it is over, whether its row knows it yet or not. */
  readonly state: HoldState;
  readonly orderId: string | null;
  /** A fresh impression of the same cart has taken it over. */
  readonly isTakenOver: boolean;
}

/** An order as the service was told of it. */
export interface OrderFact {
  readonly cartId: string;
  readonly orderId: string;
}

/** All that a verdict is made of. */
export interface Evidence {
  /** Oldest first. */
  readonly calls: readonly LoggedRequest[];
  /** How many older calls are not kept. */
  readonly forgotten: number;
  readonly holds: readonly HoldFact[];
  readonly orders: readonly OrderFact[];
  /** The newest of each order. */
  readonly charges: readonly Charge[];
}

/** What is known of an account whose time is `now`, in ms since the epoch. */
export function toEvidence(
  log: Pick<Evidence, 'calls' | 'forgotten' | 'charges'>,
  { holds, orders }: AccountRows,
  now: number,
): Evidence {
  return {
    ...log,
    holds: holds.map((row) => toHoldFact(row, now)).reverse(),
    orders: orders
      .map((row) => ({ cartId: textOf(row, 'cart_id'), orderId: textOf(row, 'order_id') }))
      .reverse(),
  };
}

function toHoldFact(row: Row, now: number): HoldFact {
  const state = textOf(row, 'state') as HoldState;
  const quantity = Number(row['quantity']);
  return {
    itemReservationId: toItemReservationId(textOf(row, 'reservation_id')),
    cartId: textOf(row, 'cart_id'),
    cartItemId: textOf(row, 'cart_item_id'),
    sku: textOf(row, 'sku'),
    quantity,
    total: Number(row['unit_price']) * quantity,
    currency: textOf(row, 'currency'),
    state: state === 'held' && Number(row['expires_at']) <= now ? 'expired' : state,
    orderId: row['order_id'] === null ? null : textOf(row, 'order_id'),
    isTakenOver: row['successor_id'] !== null,
  };
}

function textOf(row: Row, column: string): string {
  return String(row[column]);
}
