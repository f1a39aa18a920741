import type { Consent } from '../model/index.ts';
import type { OfferItem } from './offer-item.ts';

/** What a shopper does, told to the placement; the items change only by what it then sets. */
export interface OffersListener {
  change(item: OfferItem, quantity: number, consent: Consent): void;
  /** What is held at an old price is kept at the new one. */
  keepPrice(item: OfferItem, consent: Consent): void;
  decline(item: OfferItem, isDeclined: boolean): void;
  /** True when the page opens the link itself. */
  follow(url: string): boolean;
}
