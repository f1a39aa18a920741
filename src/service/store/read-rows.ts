import type { Row } from './account-rows.ts';
import type { Hold } from './holds.ts';
import type { KeptMessage } from './kept-messages.ts';

/** A hold as far as a developer is told of it. */
export type ReadHold = Pick<
  Hold,
  | 'reservationId'
  | 'cartId'
  | 'cartItemId'
  | 'sku'
  | 'linkedProductId'
  | 'quantity'
  | 'unitPrice'
  | 'currency'
  | 'state'
  | 'expiresAt'
  | 'orderId'
  | 'confirmationId'
  | 'successorId'
>;

/** The hold of a row. */
export function toHold(row: Row): ReadHold {
  return {
    reservationId: textOf(row, 'reservation_id'),
    cartId: textOf(row, 'cart_id'),
    cartItemId: textOf(row, 'cart_item_id'),
    sku: textOf(row, 'sku'),
    linkedProductId: wordOf(row, 'linked_product_id'),
    quantity: Number(row['quantity']),
    unitPrice: Number(row['unit_price']),
    currency: textOf(row, 'currency'),
    state: textOf(row, 'state') as Hold['state'],
    expiresAt: Number(row['expires_at']),
    orderId: wordOf(row, 'order_id'),
    confirmationId: wordOf(row, 'confirmation_id'),
    successorId: wordOf(row, 'successor_id'),
  };
}

/** The order of a row: what was told of it. */
export function toOrder(row: Row): { readonly cartId: string; readonly orderId: string } {
  return { cartId: textOf(row, 'cart_id'), orderId: textOf(row, 'order_id') };
}

/** The message of a row of the outbox. */
export function toMessage(row: Row): Omit<KeptMessage, 'accountId' | 'waitsFor'> {
  return {
    messageId: textOf(row, 'message_id'),
    provider: textOf(row, 'provider'),
    reservationId: textOf(row, 'reservation_id'),
    type: textOf(row, 'type') as KeptMessage['type'],
    state: textOf(row, 'state') as KeptMessage['state'],
    attempts: Number(row['attempts']),
    dueAt: Number(row['due_at']),
    lastError: wordOf(row, 'last_error'),
  };
}

/** The stock of a row; null without a limit. */
export function toStock(row: Row): {
  readonly sku: string;
  readonly available: number | null;
  readonly supplied: number | null;
} {
  return {
    sku: textOf(row, 'sku'),
    available: numberOf(row, 'available'),
    supplied: numberOf(row, 'supplied'),
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
