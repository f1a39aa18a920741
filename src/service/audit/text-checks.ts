import { isRecord } from '../../model/index.ts';
import { asKept } from '../kept-prices.ts';
import { toItemReservationId } from '../reservation/holding.ts';
import {
  type AnswerRow,
  type Check,
  findToldHold,
  keptAnswers,
  toldMessages,
  type ToldHold,
} from '../store/audit/index.ts';
import type { Transaction } from '../store/store.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What was answered has to be so in the rows, and what a provider is told, too. */
export const textChecks: readonly Check[] = [
  { rule: 'what was acknowledged is there', kind: 'fault', find: answerFaults },
  { rule: 'a provider is told what was sold', kind: 'fault', find: messageFaults },
];

async function answerFaults(tx: Transaction): Promise<string[]> {
  const faults: string[] = [];
  for await (const row of keptAnswers(tx)) {
    const whose = `account ${row.accountId}, ${row.operation} under ${row.idempotencyKey}`;
    const answer = parse(row.answer);
    if (answer === undefined) {
      faults.push(`${whose}: there is no answer`);
      continue;
    }
    for (const item of acknowledged(answer)) {
      const id = String(item['itemReservationId']);
      const difference = await answerFault(tx, row, id, item);
      if (difference !== null) faults.push(`${whose}: ${id} ${difference}`);
    }
  }
  return faults;
}

/** The items of an answer that say that something was done. A cancellation is of one. */
function acknowledged(answer: Fields): readonly Fields[] {
  const items: readonly unknown[] = Array.isArray(answer['items']) ? answer['items'] : [answer];
  return items.filter(isRecord).filter((item) => item['success'] === true);
}

async function answerFault(
  tx: Transaction,
  row: AnswerRow,
  id: string,
  item: Fields,
): Promise<string | null> {
  const hold = await findToldHold(tx, id.slice(toItemReservationId('').length));
  if (!hold) return 'is not there';
  if (hold.accountId !== row.accountId) return `is account ${hold.accountId}’s`;
  if (!fitsOperation(hold, row)) return `is ${hold.state}`;
  return difference(hold, item);
}

/** Whether a hold can be what it is after it was answered to this call. */
function fitsOperation({ state, expiresAt }: ToldHold, { operation, createdAt }: AnswerRow): boolean {
  if (operation === 'cart.confirm') return state === 'confirmed' || state === 'cancelled';
  if (operation === 'confirmation.cancel') return state === 'cancelled';
  if (operation !== 'cart.release') return true;
  // What was over when it was let go is swept later.
  return state === 'released' || state === 'expired' || (state === 'held' && expiresAt <= createdAt);
}

async function messageFaults(tx: Transaction): Promise<string[]> {
  const faults: string[] = [];
  for await (const { messageId, body, ...hold } of toldMessages(tx)) {
    const data = parse(body)?.['data'];
    const fault = isRecord(data) ? difference(hold, data) : 'is no message';
    if (fault !== null) faults.push(`message ${messageId} of hold ${hold.reservationId}: ${fault}`);
  }
  return faults;
}

/** In what `told`, as the wire has it, differs from the hold; null where it does not. What it does not say is not compared. */
function difference(hold: ToldHold, told: Fields): string | null {
  const { accountId, cartId, orderId, confirmationId, quantity, currency } = hold;
  const unitPrice = told['unitPrice'] === undefined ? undefined : toMinor(told['unitPrice'], currency);
  const rows = {
    itemReservationId: [told['itemReservationId'], toItemReservationId(hold.reservationId)],
    accountId: [told['accountId'], accountId],
    cartId: [told['cartId'], cartId],
    orderId: [told['orderId'], orderId],
    itemConfirmationId: [told['itemConfirmationId'], confirmationId],
    quantity: [told['quantity'], quantity],
    currency: [told['currency'], currency],
    unitPrice: [unitPrice, hold.unitPrice],
  };
  const found = Object.entries(rows).find(([, [said, is]]) => said !== undefined && said !== is);
  if (!found) return null;
  const [name, [said, is]] = found;
  return `says ${name} ${String(said)}, the hold has ${String(is)}`;
}

function toMinor(price: unknown, currency: string): number | string {
  return typeof price === 'number' ? asKept(price, currency) : String(price);
}

function parse(text: string): Fields | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined; // The caller says so.
  }
}
