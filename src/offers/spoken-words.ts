import { formatPrice } from './format-price.ts';
import type { OfferMessages } from './messages.ts';
import type { OfferItem } from './offer-item.ts';

/** In which words offers are drawn. */
export interface Wording {
  /** For numbers and prices: the page's. */
  readonly lang: string;
  readonly messages: OfferMessages;
}

/** The words on the control that was pressed, with what it costs: what the shopper agreed to. */
export function consentText(
  { offer, quantity: before }: OfferItem,
  quantity: number,
  { lang, messages }: Wording,
): string {
  const { name, currency, unitPrice } = offer.cartItem;
  const price = formatPrice(unitPrice, currency, lang, quantity);
  if (quantity === 0) return messages.removeItem(name);
  if (before > 0) return `${messages.quantityOf(name)}: ${quantity}, ${price}`;
  return `${offer.positiveResponseText ?? messages.add(name)}: ${name}, ${price}`;
}

/** What is read out of an item as it is now. */
export function announcement({ offer, quantity }: OfferItem, { lang, messages }: Wording): string {
  const { name, currency, unitPrice } = offer.cartItem;
  if (quantity === 0) return messages.announceRemoved(name);
  return messages.announceHeld(name, quantity, formatPrice(unitPrice, currency, lang, quantity));
}

/** The words on the button that keeps an item at its new price, with what it costs by then. */
export function keepText({ offer, newOffer, quantity }: OfferItem, { lang, messages }: Wording): string {
  const { name, currency, unitPrice } = (newOffer ?? offer).cartItem;
  return `${messages.keepItem(name)}: ${formatPrice(unitPrice, currency, lang, quantity)}`;
}
