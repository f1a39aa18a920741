import type { DevAccount } from '../../../../src/service/index.ts';
import type { createPartner } from '../../support/partner.ts';

/** A partner's server and its shop's page, with an account of their own. */
export interface Course {
  readonly account: DevAccount;
  readonly partner: ReturnType<typeof createPartner>;
  /** One of the thing that is sold, as the page of session-1 shows it. */
  readonly offered: (sku?: string) => Promise<string>;
  /** Reserves one for a cart. */
  readonly hold: (cartId: string) => Promise<Held>;
}

/** What reserve has answered. */
export interface Held {
  readonly cartItemId: string;
  readonly itemReservationId: string;
}

/** A course that breaks one rule, what the finding says, and the operations of the calls that it names. */
export type Case = readonly [
  rule: string,
  says: RegExp,
  calls: readonly string[],
  (course: Course) => Promise<unknown>,
];
