/** The most bytes that a body may have. */
export const BODY_LIMIT = 65_536;

/** The most bytes that the headers of a request may have. */
export const HEADER_LIMIT = 16_384;

/** How long a request may take to arrive, in ms. */
export const ARRIVAL_LIMIT = 30_000;

/** The most connections that are open at once; more are closed as they come. */
export const MAX_CONNECTIONS = 10_000;

/** How late the event loop may be on average, in ms; while it is later, calls are refused. */
export const LOOP_DELAY_LIMIT = 1_000;

/** How many requests a minute are answered. */
export interface RateLimits {
  /** From one address, whatever they ask. */
  readonly address: number;
  /** With one account's key. */
  readonly account: number;
  /** Selections from one address. */
  readonly selections: number;
}

/** A partner's servers share few addresses; a shopper's browser has its own. */
export const RATE_LIMITS: RateLimits = { address: 6_000, account: 6_000, selections: 60 };
