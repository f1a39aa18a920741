import { priceOf } from './format-price.ts';
import type { OfferMessages } from './messages.ts';
import type { OfferItem } from './offer-item.ts';

/** In which words offers are drawn. */
export interface Wording {
  /** For numbers, prices and times: the page's; undefined where it says none that makes sense. */
  readonly lang: string | undefined;
  readonly messages: OfferMessages;
}

/** The words on the control that was pressed, with what it costs: what the shopper agreed to. */
export function consentText(
  { offer, newOffer, quantity: before }: OfferItem,
  quantity: number,
  { lang, messages }: Wording,
): string {
  const { name } = offer.cartItem;
  const price = priceOf(newOffer ?? offer, lang, quantity);
  if (quantity === 0) return messages.removeItem(name);
  if (newOffer) return `${messages.keepItem(name)}: ${price}`;
  if (before > 0) return `${messages.quantityOf(name)}: ${quantity}, ${price}`;
  return `${offer.positiveResponseText ?? messages.add(name)}: ${name}, ${price}`;
}

/** What is read out of an item as it is now. */
export function announcement({ offer, quantity }: OfferItem, { lang, messages }: Wording): string {
  const { name } = offer.cartItem;
  if (quantity === 0) return messages.announceRemoved(name);
  return messages.announceHeld(name, quantity, priceOf(offer, lang, quantity));
}
