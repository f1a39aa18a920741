import type { OfferItem } from './offer-item.ts';
import type { Wording } from './spoken-words.ts';

/** What a card needs to be drawn, and what its controls do. */
export interface CardContext extends Wording {
  readonly item: OfferItem;
  /** What tells this card from every other of the placement. */
  readonly key: string;
  /** Its place in the placement, for ids. */
  readonly index: number;
  /** Why the last input was not taken, if it was not. */
  readonly notice: string | undefined;
  readonly add: (event: Event) => void;
  readonly setQuantity: (event: Event, quantity: number) => void;
  /** A text that was typed as a quantity. */
  readonly type: (event: Event) => void;
  readonly decline: (event: Event) => void;
  readonly showAgain: (event: Event) => void;
  readonly follow: (event: Event, url: string) => void;
}
