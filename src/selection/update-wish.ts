import {
  A_QUANTITY,
  expectedKind,
  isId,
  isQuantity,
  type ItemStates,
  toRecord,
  type UpdateOutcome,
} from '../model/index.ts';

/** The page's wish for an item, named by its impression or by its product. */
export type UpdateWish =
  | {
      /** The impression. */
      readonly cartItemId: string;
      /** How many there are to be: a whole number, 0 to remove it. */
      readonly quantity: number;
    }
  | {
      /** Not named: the product is. */
      readonly cartItemId?: undefined;
      /** The product (SKU). */
      readonly catalogItemId: string;
      /** The product of the page that it hangs on; without it an item that is the only one of its product is meant, too. */
      readonly linkedProductId?: string | undefined;
      /** How many there are to be: a whole number, 0 to remove it. */
      readonly quantity: number;
    };

/** How a wish ended: what the placement made of it, which may be another quantity than the wished one. */
export interface UpdateResult extends ItemStates {
  /** What became of the wish, by the quantity that is held now. */
  readonly outcome: UpdateOutcome;
  /** False where no message came: what is held is the answer. */
  readonly answered: boolean;
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
    throw new Misuse(expectedKind('quantity', A_QUANTITY, quantity));
  }
  if (isId(cartItemId)) return { cartItemId, quantity };
  const product = linkedProductId == null ? { catalogItemId } : { catalogItemId, linkedProductId };
  if (cartItemId || !Object.values(product).every(isId)) {
    throw new TypeError('update: expected a cartItemId or a catalogItemId, as text');
  }
  return { ...product, quantity } as UpdateWish;
}
