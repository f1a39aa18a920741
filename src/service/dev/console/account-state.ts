import type { AccountState, DeliveryState, ShownHold } from '../../../console/protocol.ts';
import { ENDPOINTS } from '../../../contract/index.ts';
import { keptInMajorUnits } from '../../kept-prices.ts';
import { stateAt, toItemReservationId } from '../../reservation/holding.ts';
import type { Row } from '../../store/account-rows.ts';
import { type ReadHold, toHold, toMessage, toStock } from '../../store/read-rows.ts';
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
  const rows = await account.state();
  const now = await account.clock.now();
  const holds = rows.holds.map(toHold);
  const skus = new Map(holds.map(({ reservationId, sku }) => [reservationId, sku]));
  return {
    accountId: account.accountId,
    accounts,
    operations: Object.keys(ENDPOINTS),
    clock: { now, isFrozen: shift.kind === 'frozen', ahead: shift.kind === 'offset' ? shift.ms : 0 },
    faults: account.faults.list(),
    faultHits: account.faults.hits(),
    stock: rows.stock.map(toStock),
    holds: holds.slice(0, SHOWN).map((hold) => toShownHold(hold, now)),
    deliveries: rows.messages.slice(0, SHOWN).map((row) => toDelivery(row, skus)),
    report: await account.report(),
  };
}

function toShownHold(hold: ReadHold, now: number): ShownHold {
  const { reservationId, cartId, sku, linkedProductId, quantity, unitPrice, currency } = hold;
  const { expiresAt, orderId, confirmationId } = hold;
  return {
    itemReservationId: toItemReservationId(reservationId),
    cartId,
    sku,
    linkedProductId,
    quantity,
    totalPrice: keptInMajorUnits(unitPrice * quantity, currency),
    currency,
    state: stateAt(hold, now),
    expiresAt,
    orderId,
    confirmationId,
  };
}

function toDelivery(row: Row, skus: ReadonlyMap<string, string>): DeliveryState {
  const { reservationId, ...message } = toMessage(row);
  return {
    ...message,
    itemReservationId: toItemReservationId(reservationId),
    sku: skus.get(reservationId) ?? '',
  };
}
