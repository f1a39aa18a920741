import { stateAt, toItemReservationId } from '../../reservation/holding.ts';
import type { AccountRows } from '../../store/account-rows.ts';
import type { HoldState } from '../../store/holds.ts';
import { type ReadHold, toHold, toOrder } from '../../store/read-rows.ts';
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
    holds: holds.map((row) => toHoldFact(toHold(row), now)).reverse(),
    orders: orders.map(toOrder).reverse(),
  };
}

function toHoldFact(hold: ReadHold, now: number): HoldFact {
  const { reservationId, cartId, cartItemId, sku, quantity, unitPrice, currency, orderId } = hold;
  return {
    itemReservationId: toItemReservationId(reservationId),
    cartId,
    cartItemId,
    sku,
    quantity,
    total: unitPrice * quantity,
    currency,
    state: stateAt(hold, now),
    orderId,
    isTakenOver: hold.successorId !== null,
  };
}
