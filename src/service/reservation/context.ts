import type { Catalogue } from '../catalogue/catalogue.ts';

/** Who asks, when, and what there is to sell. */
export interface ReservationContext {
  readonly accountId: string;
  /** For tracing and debugging; no right of access. */
  readonly sessionId?: string | undefined;
  /** Business time of the account, in ms since the epoch. */
  readonly now: number;
  readonly catalogue: Catalogue;
  /** ms after its selection that an item can be bought. */
  readonly offeredFor: number;
  /** A GUID that is greater than those before it. */
  readonly newId: () => string;
  /** Where a shopper finds what was bought. */
  readonly confirmationUrl: (confirmationId: string) => string;
  /** What a step comes to, whatever the tables say; only where there are test items. */
  readonly testItem?: TestItem | undefined;
}

/** The steps that a test item can decide: a hold, its confirmation, and a sale without a hold. */
export type Step = 'reserve' | 'confirm' | 'sell';

/** What becomes of `step` on the product `sku` as a test item, like a test card; undefined for any other product. */
export type TestItem = (step: Step, sku: string, accountId: string) => TestOutcome | undefined;

/** The fixed outcome of a step on a test item. */
export interface TestOutcome {
  readonly isRefused?: boolean;
  /** As if there were as many live holds on the product as there may be. */
  readonly isHeldToTheLimit?: boolean;
  /** What reserve charges for one in place of the catalogue's price; both in minor units. */
  readonly priceOf?: (unitPrice: number) => number;
}
