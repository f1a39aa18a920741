import type { ReactiveController } from '@lit/reactive-element';
import type { OfferMessages } from './messages.ts';

/** What says how offers are drawn: the element that has selected them, or the options of their launcher. */
export interface OffersPage {
  /** Texts of the page's own, over those of its language. */
  readonly messages?: Partial<OfferMessages> | undefined;
  /** `list`, `compact`, `hero` or `carousel`; anything else is by the number of offers: one, two, or more. */
  readonly layout?: string | undefined;
  /** True: what is declined is kept in `sessionStorage`, unless there is to be no functional storage. */
  readonly remember?: boolean | undefined;
  /** Where there is one, what the page says can change. */
  addController?(controller: ReactiveController): void;
  /** Ends what `addController` began. */
  removeController?(controller: ReactiveController): void;
}
