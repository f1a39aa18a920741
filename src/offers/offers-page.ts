import type { ReactiveController } from 'lit';
import type { OfferMessages } from './messages.ts';

/** What says how offers are drawn: the element that has selected them, or the options of their launcher. */
export interface OffersPage {
  /** Texts of the page's own, over those of its language. */
  readonly messages?: Partial<OfferMessages> | undefined;
  /** Where there is one, what the page says can change. */
  addController?(controller: ReactiveController): void;
  removeController?(controller: ReactiveController): void;
}
