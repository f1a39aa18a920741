import type { Consent } from '../model/index.ts';
import type { OfferItem } from './offer-item.ts';

/** What a shopper does, told to the placement, whose items change only by what it then sets; and what becomes of the page. */
export interface OffersListener {
  /** Also to the quantity that it has: then what is held at an old price is kept at the new one. */
  change(item: OfferItem, quantity: number, consent: Consent): void;
  /** The shopper says no; with false, wants to see the offer again. */
  decline(item: OfferItem, isDeclined: boolean): void;
  /** True when the page opens the link itself. */
  follow(url: string): boolean;
  /** The words are, or may be, another language’s than before. */
  languageChanged(): void;
}
