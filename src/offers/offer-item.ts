import { type CartItem, type CartItemUpdate, toMajorUnits, toMinorUnits } from '../model/index.ts';
import type { Offer } from '../contract/wire.ts';

/** One offer in front of one shopper. Frozen; a change makes a new one. */
export interface OfferItem {
  readonly offer: Offer;
  /** This impression's id. */
  readonly cartItemId: string;
  /** The id that the page's cart has from an earlier impression. */
  readonly lastCartItemId?: string | undefined;
  readonly quantity: number;
  readonly isDeclined: boolean;
}

/** True when there is none to be had. */
export function isSoldOut({ offer }: OfferItem): boolean {
  return offer.inventoryStatus?.toLowerCase() === 'outofstock';
}

/** True for a mandatory charge. */
export function isRequired({ offer }: OfferItem): boolean {
  return offer.minimum > 0;
}

/** The nearest quantity to `wished` that the offer allows. A sold-out item keeps what it has at the most. */
export function allowedQuantity(item: OfferItem, wished: number): number {
  const { minimum, maximum } = item.offer;
  const most = isSoldOut(item) ? Math.min(maximum, item.quantity) : maximum;
  return Math.max(minimum, Math.min(wished, most));
}

/** The cart item that `item` is at `quantity`. Its total is exact in the currency's minor unit. */
export function toCartItemOf(item: OfferItem, cartItemId = item.cartItemId): CartItem {
  const { quantity } = item;
  const { cartItem } = item.offer;
  const { unitPrice, currency } = cartItem;
  return Object.freeze<CartItem>({
    description: '',
    providerData: '{}',
    ...cartItem,
    cartItemId,
    quantity,
    totalPrice: toMajorUnits(toMinorUnits(unitPrice, currency) * quantity, currency),
  });
}

/**
 * What a placement says when `before` became `after`.
 *
 * Of the two sides that is null which is at quantity 0, but never both: an item that stayed at 0 is named as the old one.
 *
 * @param oldId the id that the page knows the old item by
 */
export function updateBetween(
  before: OfferItem,
  after: OfferItem,
  oldId = before.cartItemId,
): CartItemUpdate {
  return {
    cartItem: after.quantity > 0 ? toCartItemOf(after) : null,
    oldCartItem: before.quantity > 0 || after.quantity === 0 ? toCartItemOf(before, oldId) : null,
  };
}
