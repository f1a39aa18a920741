/** A second in ms. */
export const SECOND = 1_000;

/** A day in ms. */
export const DAY = 24 * 60 * 60 * SECOND;

/** How long what is under way may take once the service is told to stop, in ms. */
export const GRACE = 10 * SECOND;

/** ms that rows are kept, by what they are. */
export interface KeptFor {
  /** And as long an item can be bought after its selection. */
  readonly selections: number;
  /** And as long an answer is given again under its `Idempotency-Key`. */
  readonly answers: number;
  /** Those that were released or have expired, from then on. */
  readonly holds: number;
  /** Those that were delivered, from then on. */
  readonly messages: number;
}

/** How long rows are kept, unless told. */
export const KEPT_FOR: KeptFor = { selections: DAY, answers: DAY, holds: 90 * DAY, messages: 30 * DAY };
