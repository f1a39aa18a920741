import type { Catalogue } from '../catalogue/catalogue.ts';

/** Who asks, when, and what there is to sell. */
export interface ReservationContext {
  readonly accountId: string;
  /** For tracing and debugging; no right of access. */
  readonly sessionId?: string | undefined;
  /** Business time of the account, in ms since the epoch. */
  readonly now: number;
  readonly catalogue: Catalogue;
  /** A GUID that is greater than those before it. */
  readonly newId: () => string;
  /** Where a shopper finds what was bought. */
  readonly confirmationUrl: (confirmationId: string) => string;
}
