import type { ConfirmRequest, UnconfirmedItem } from '../../contract/wire.ts';
import type { Hold } from '../store/holds.ts';

/** One item of a confirm, by its hold or by a quantity. */
export type ConfirmItem = ConfirmRequest['items'][number];
/** Why an item is not bought. */
export type ConfirmError = UnconfirmedItem['error'];

/** One item of an order. */
export interface ConfirmLine {
  readonly cartId: string;
  readonly orderId: string;
  readonly item: ConfirmItem;
}

/** A hold that is, or was, a sale. */
export interface Sale extends Hold {
  readonly orderId: string;
  readonly confirmationId: string;
}

/** `hold` as the sale that it is; undefined where it never was one. */
export function toSale(hold: Hold): Sale | undefined {
  const { orderId, confirmationId } = hold;
  return orderId === null || confirmationId === null ? undefined : { ...hold, orderId, confirmationId };
}
