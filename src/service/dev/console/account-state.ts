import type { AccountState, DeliveryState, ShownHold } from '../../../console/protocol.ts';
import { ENDPOINTS } from '../../../contract/index.ts';
import { keptInMajorUnits } from '../../kept-prices.ts';
import { toItemReservationId } from '../../reservation/holding.ts';
import type { Row } from '../../store/account-rows.ts';
import type { DevAccount } from '../dev-account.ts';
import type { ClockShift } from '../dev-clock.ts';

/** How many holds and how many messages are shown. */
const SHOWN = 200;

/** What a console shows of an account besides its calls; `accounts` are the ids of all that have one. */
export async function accountState(
  account: DevAccount,
  shift: ClockShift,
  accounts: readonly string[],
): Promise<AccountState> {
  const { stock, holds, messages } = await account.state();
  const now = await account.clock.now();
  const shown = holds.slice(0, SHOWN).map((row) => toHold(row, now));
  const skus = new Map(holds.map((row) => [textOf(row, 'reservation_id'), textOf(row, 'sku')]));
  return {
    accountId: account.accountId,
    accounts,
    operations: Object.keys(ENDPOINTS),
    clock: { now, isFrozen: shift.kind === 'frozen', ahead: shift.kind === 'offset' ? shift.ms : 0 },
    faults: account.faults.list(),
    faultHits: account.faults.hits(),
    stock: stock.map((row) => ({
      sku: textOf(row, 'sku'),
      available: numberOf(row, 'available'),
      supplied: numberOf(row, 'supplied'),
    })),
    holds: shown,
    deliveries: messages.slice(0, SHOWN).map((row) => toDelivery(row, skus)),
    report: await account.report(),
  };
}

function toHold(row: Row, now: number): ShownHold {
  const currency = textOf(row, 'currency');
  const quantity = Number(row['quantity']);
  const expiresAt = Number(row['expires_at']);
  const state = textOf(row, 'state');
  return {
    itemReservationId: toItemReservationId(textOf(row, 'reservation_id')),
    cartId: textOf(row, 'cart_id'),
    sku: textOf(row, 'sku'),
    linkedProductId: wordOf(row, 'linked_product_id'),
    quantity,
    totalPrice: keptInMajorUnits(Number(row['unit_price']) * quantity, currency),
    currency,
    // Over from its time on, whether its row knows it yet or not.
    state: state === 'held' && expiresAt <= now ? 'expired' : state,
    expiresAt,
    orderId: wordOf(row, 'order_id'),
    confirmationId: wordOf(row, 'confirmation_id'),
  };
}

function toDelivery(row: Row, skus: ReadonlyMap<string, string>): DeliveryState {
  const reservationId = textOf(row, 'reservation_id');
  return {
    messageId: textOf(row, 'message_id'),
    type: textOf(row, 'type'),
    provider: textOf(row, 'provider'),
    itemReservationId: toItemReservationId(reservationId),
    sku: skus.get(reservationId) ?? '',
    state: textOf(row, 'state'),
    attempts: Number(row['attempts']),
    dueAt: Number(row['due_at']),
    lastError: wordOf(row, 'last_error'),
  };
}

function textOf(row: Row, column: string): string {
  return String(row[column]);
}

function wordOf(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

function numberOf(row: Row, column: string): number | null {
  return row[column] === null ? null : Number(row[column]);
}
