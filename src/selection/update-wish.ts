import {
  A_QUANTITY,
  type CartItem,
  expected,
  isQuantity,
  toRecord,
  type UpdateOutcome,
} from '../model/index.ts';

/** The page's wish for an item, named by its impression or by its product. */
export type UpdateWish =
  | { readonly cartItemId: string; readonly quantity: number }
  | {
      readonly cartItemId?: undefined;
      readonly catalogItemId: string;
      readonly linkedProductId?: string | undefined;
      readonly quantity: number;
    };

/** How a wish ended: the placement's word, which may be another quantity than the wished one. */
export interface UpdateResult {
  readonly outcome: UpdateOutcome;
  readonly cartItem: CartItem | null;
  readonly oldCartItem: CartItem | null;
}

/**
 * The wish in `input`.
 *
 * @throws {TypeError} when it names no item, or its quantity is no number
 * @throws {RangeError} when its quantity is a number, but no whole one of at least 0
 */
export function toUpdateWish(input: unknown): UpdateWish {
  const { cartItemId, catalogItemId, linkedProductId, quantity } = toRecord(input, 'update');
  if (!isQuantity(quantity)) {
    const Misuse = typeof quantity === 'number' ? RangeError : TypeError;
    throw new Misuse(expected('quantity', A_QUANTITY, quantity));
  }
  if ([cartItemId || catalogItemId, linkedProductId ?? ''].some((id) => typeof id !== 'string')) {
    throw new TypeError(expected('update', 'a cartItemId or a catalogItemId, as text', input));
  }
  return { cartItemId, catalogItemId, linkedProductId, quantity } as UpdateWish;
}
