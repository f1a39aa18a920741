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
  if (isId(cartItemId)) return { cartItemId, quantity };
  if (!isId(catalogItemId)) throw new TypeError(expected('update', 'a cartItemId or a catalogItemId', input));
  if (linkedProductId == null) return { catalogItemId, quantity };
  if (isId(linkedProductId)) return { catalogItemId, linkedProductId, quantity };
  throw new TypeError(expected('linkedProductId', 'a string', linkedProductId));
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
