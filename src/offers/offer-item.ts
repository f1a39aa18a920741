import {
  type CartItem,
  type CartItemUpdate,
  type Consent,
  type HeldItem,
  type HeldProduct,
  productKey,
  toMajorUnits,
  toMinorUnits,
} from '../model/index.ts';
import type { Offer } from '../contract/wire.ts';
import type { ItemWork } from '../sdk/index.ts';
import { leftOf } from './offer-end.ts';

/** Who caused a change, where the message says so. */
export interface Cause {
  readonly origin?: NonNullable<CartItemUpdate['origin']>;
  readonly consent?: Consent;
}

const WORKS: readonly unknown[] = ['pending', 'done', 'failed'] satisfies ItemWork[];

/** True for a word on how the page's work goes. */
export function isItemWork(state: unknown): state is ItemWork {
  return WORKS.includes(state);
}

/** One product in front of one shopper, as one of its offers shows it. A change makes a new one. */
export interface OfferItem {
  /** The terms that it is offered, or held, on. */
  readonly offer: Offer;
  /** This impression's id. */
  readonly cartItemId: string;
  /** How many are in the order; 0 is none. */
  readonly quantity: number;
  /** True once the shopper has said no, until the offer is shown again. */
  readonly isDeclined: boolean;
  /** Absent until the page has said something of its work. */
  readonly work?: ItemWork | undefined;
  /** The offer at a price that has changed since it was added: it counts once the shopper keeps it. */
  readonly newOffer?: Offer | undefined;
}

/** The key of the product that is offered: all its offers in a selection are one item. */
export function keyOf({ cartItem }: Offer): string {
  return productKey(cartItem);
}

/** Why no more can be had of an item. */
export type Shortage = 'sold-out' | 'expired';

/** Why no more can be had of an item by now, where that is so. */
export function shortageOf({ offer }: Pick<OfferItem, 'offer'>): Shortage | undefined {
  if (offer.inventoryStatus?.toLowerCase() === 'outofstock') return 'sold-out';
  return leftOf(offer) <= 0 ? 'expired' : undefined;
}

/** True for a mandatory charge. */
export function isRequired({ offer }: Pick<OfferItem, 'offer'>): boolean {
  return offer.minimum > 0;
}

/** The nearest quantity to `wished` that the offer allows by now. An item that is sold out or expired keeps what it has at the most. */
export function allowedQuantity(item: Pick<OfferItem, 'offer' | 'quantity'>, wished: number): number {
  const { minimum, maximum } = item.offer;
  const most = shortageOf(item) ? Math.min(maximum, item.quantity) : maximum;
  return Math.max(minimum, Math.min(wished, most));
}

/** What is held keeps its price until the shopper has said something to the new one. */
export function withNewOffer(item: OfferItem, newOffer: Offer): OfferItem {
  const [before, now] = [item.offer.cartItem, newOffer.cartItem];
  const isSame = before.unitPrice === now.unitPrice && before.currency === now.currency;
  return { ...item, newOffer: isSame ? undefined : newOffer };
}

/** An offer at the price at which it is held, where there is one in its currency. */
export function atPrice(offer: Offer, { unitPrice, currency }: HeldProduct['price']): Offer {
  const { cartItem } = offer;
  const isKnown = typeof unitPrice === 'number' && currency === cartItem.currency;
  return isKnown ? { ...offer, cartItem: { ...cartItem, unitPrice } } : offer;
}

/** An item as the shopper's next step finds it: on the newest terms, which they see, and what has failed before is of no interest. */
export function asSeen(item: OfferItem): OfferItem {
  const work = item.work === 'failed' ? undefined : item.work;
  return { ...onNewTerms(item), work };
}

function onNewTerms(item: OfferItem): OfferItem {
  return { ...item, offer: item.newOffer ?? item.offer, newOffer: undefined };
}

/** An item at a quantity. What is held is not declined; what is not is offered on the newest terms. */
export function atQuantity(item: OfferItem, quantity: number): OfferItem {
  return quantity > 0 ? { ...item, quantity, isDeclined: false } : { ...onNewTerms(item), quantity };
}

/** The cart item that `item` is at its quantity. Its total is exact in the currency's minor unit. */
function toCartItemOf({ offer, cartItemId, quantity }: OfferItem): CartItem {
  const { cartItem } = offer;
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
 */
export function updateBetween(before: OfferItem, after: OfferItem): CartItemUpdate {
  return {
    cartItem: after.quantity > 0 ? toCartItemOf(after) : null,
    oldCartItem: before.quantity > 0 || after.quantity === 0 ? toCartItemOf(before) : null,
  };
}

/** The answer to a wish for an id that no item of the selection has: it is at 0, and nothing is known of it. */
export function updateOfUnknown(cartItemId: string): CartItemUpdate {
  const nothing = { catalogItemId: '', currency: '', description: '', name: '', providerData: '' };
  const cartItem = { cartItemId, ...nothing, quantity: 0, unitPrice: 0, totalPrice: 0 };
  return { cartItem: Object.freeze<CartItem>(cartItem), oldCartItem: null };
}

/** An item as what is held of it. */
export function toHeldItem({ offer, cartItemId, quantity }: OfferItem): HeldItem {
  const { catalogItemId, linkedProductId } = offer.cartItem;
  return { cartItemId, catalogItemId, linkedProductId, quantity };
}

/** An optional item is the shopper's to choose: what a catalogue selects beforehand starts at 0. */
export function warnOfPreselection({ cartItem, preSelectedQuantity }: Offer): void {
  console.warn(`preselection-ignored: ${cartItem.catalogItemId} starts at 0, not at ${preSelectedQuantity}`);
}
