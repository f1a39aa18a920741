import { A_QUANTITY, expectedKind, isId, isQuantity, toRecord } from './input.ts';
import { toMinorUnits } from './money.ts';

const A_TEXT = 'a non-empty string';
const A_PRICE = 'a finite price of at least 0';

/**
 * A cart entry as Rokt's messages carry it, accepted from unknown input and never altered.
 *
 * Source: Rokt's documentation, "Cart Item". Prices are decimals in major units of `currency`, as Rokt sends them.
 */
export interface CartItem {
  /** GUID of this impression; it may change on the shopper's next visit, so correlate by {@link productKey}. */
  readonly cartItemId: string;
  /** The product (SKU); the same for every shopper and every impression. */
  readonly catalogItemId: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** What it is, in words for the shopper. */
  readonly description: string;
  /** What it is called, in words for the shopper. */
  readonly name: string;
  /** JSON text of the provider's own, to be handed on untouched. */
  readonly providerData: string;
  /** Whole number, at least 0. */
  readonly quantity: number;
  /** What one costs: a decimal in major units of `currency`, such as 19.99. */
  readonly unitPrice: number;
  /** Rokt's `unitPrice × quantity`, in the same unit; never recomputed here. */
  readonly totalPrice: number;
  /** The partner's product this item hangs on; without that product it cannot be sold. */
  readonly linkedProductId?: string | undefined;
  /** True when the quantity has to follow the linked product's. */
  readonly quantityMustBeSynchronized?: boolean | undefined;
  /** Fields that Rokt adds are kept. */
  readonly [field: string]: unknown;
}

/** What an item that is accepted has, and what is asked of a price where there is one. */
const NEEDED: readonly (readonly [field: string, isSound: (value: unknown) => boolean, what: string])[] = [
  ['cartItemId', isId, A_TEXT],
  ['catalogItemId', isId, A_TEXT],
  ['quantity', isQuantity, A_QUANTITY],
  ['unitPrice', isPriceIfAny, A_PRICE],
  ['totalPrice', isPriceIfAny, A_PRICE],
];

const FIELDS = ['currency', 'description', 'name', 'providerData', 'unitPrice', 'totalPrice'];

/**
 * The frozen cart item that `input` holds, with every field as it came, unknown ones too.
 *
 * @param path where `input` stands in its message, for the error
 * @throws {TypeError} unless `cartItemId` and `catalogItemId` are non-empty strings, `quantity` is a whole number ≥ 0, and
 * the prices, where they are numbers, are finite and not negative
 */
export function toCartItem(input: unknown, path = 'cartItem'): CartItem {
  const item = toRecord(input, path);
  for (const [field, isSound, what] of NEEDED) {
    const value = item[field];
    if (!isSound(value)) throw new TypeError(expectedKind(`${path}.${field}`, what, value));
  }
  return Object.freeze({ ...item }) as CartItem;
}

/** What is wrong with `cartItem` that counts all the same, in words: documented fields that it lacks, a total that is none. */
export function faultsOf(cartItem: CartItem): readonly string[] {
  const missing = FIELDS.filter(
    (field) => typeof cartItem[field] !== (field.endsWith('Price') ? 'number' : 'string'),
  );
  const faults = missing.length > 0 ? [`cart items come without ${missing.join(', ')}`] : [];
  return hasSoundTotal(cartItem) ? faults : [...faults, 'cartItem.totalPrice is not unitPrice × quantity'];
}

/**
 * False where the total is not price × quantity, in the currency's minor units. What cannot be judged is true: no price, no
 * currency with minor units, none of it left, or a quantity that has yet to follow its product's.
 */
function hasSoundTotal(cartItem: CartItem): boolean {
  const { quantity, unitPrice, totalPrice, currency, quantityMustBeSynchronized } = cartItem;
  if (quantity === 0 || quantityMustBeSynchronized === true) return true;
  try {
    return toMinorUnits(unitPrice, currency) * quantity === toMinorUnits(totalPrice, currency);
  } catch {
    // A price that is none, or a currency such as "$".
    return true;
  }
}

/** The key by which two impressions of one offer are the same: the product, and the partner's product it hangs on. */
export function productKey(item: {
  readonly catalogItemId: string;
  readonly linkedProductId?: string | undefined;
}): string {
  return JSON.stringify([item.catalogItemId, item.linkedProductId ?? null]);
}

function isPriceIfAny(value: unknown): boolean {
  return typeof value !== 'number' || (value >= 0 && value < Infinity);
}
