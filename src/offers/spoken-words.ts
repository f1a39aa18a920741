import { formatPrice } from './format-price.ts';
import { english } from './messages.ts';
import type { OfferItem } from './offer-item.ts';

/** The words on the control that was pressed, with what it costs: what the shopper agreed to. */
export function consentText({ offer, quantity: before }: OfferItem, quantity: number, lang: string): string {
  const { name, currency, unitPrice } = offer.cartItem;
  const price = formatPrice(unitPrice, currency, lang, quantity);
  if (quantity === 0) return english.removeItem(name);
  if (before > 0) return `${english.quantityOf(name)}: ${quantity}, ${price}`;
  return `${offer.positiveResponseText ?? english.add(name)}: ${name}, ${price}`;
}

/** What is read out of an item as it is now. */
export function announcement({ offer, quantity }: OfferItem, lang: string): string {
  const { name, currency, unitPrice } = offer.cartItem;
  if (quantity === 0) return english.announceRemoved(name);
  return english.announceHeld(name, quantity, formatPrice(unitPrice, currency, lang, quantity));
}
