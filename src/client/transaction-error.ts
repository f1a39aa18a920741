import type { ErrorCode, ErrorEntry } from '../contract/wire.ts';

/**
 * Why a call failed: a code of the service, or one of the client's own.
 *
 * - `network-error`: no answer came; `timeout`: none came in time (with a `status`: the server's 504)
 * - `outcome-unknown`: a confirm without a reservation may or may not have bought; it was not repeated
 * - `invalid-answer`: what came is no answer to this call; `http-error`: a refusal without a code
 * - `aborted`: the caller's signal; `cause` is its reason
 * - `session-required`: the call needs a `sessionId`; nothing was sent
 */
export type TransactionErrorCode =
  | ErrorCode
  | 'network-error'
  | 'timeout'
  | 'outcome-unknown'
  | 'invalid-answer'
  | 'http-error'
  | 'aborted'
  | 'session-required'
  | (string & {});

/** What is known of a failed call. */
export interface TransactionFailure {
  readonly code: TransactionErrorCode;
  /** Of the last answer; undefined when none came. */
  readonly status?: number | undefined;
  /** All that the server found wrong. */
  readonly errors?: readonly ErrorEntry[] | undefined;
  /** How many requests were sent. */
  readonly attempts: number;
  readonly idempotencyKey: string;
  readonly cause?: unknown;
}

/** A call that failed. Never holds the API key, nor does its cause. */
export class TransactionError extends Error {
  /** Why it failed. */
  declare readonly code: TransactionErrorCode;
  /** The HTTP status of the last attempt’s answer; undefined when it had none. */
  declare readonly status: number | undefined;
  /** All that the server found wrong; empty where it named nothing. */
  declare readonly errors: readonly ErrorEntry[];
  /** How many requests were sent; 0 where the call failed before the first. */
  declare readonly attempts: number;
  /** The call’s own: a new call with it repeats this one. */
  declare readonly idempotencyKey: string;

  constructor(message: string, failure: TransactionFailure) {
    const { code, status, errors = [], attempts, idempotencyKey, cause } = failure;
    super(message, cause === undefined ? cause : { cause });
    Object.assign(this, { name: 'TransactionError', code, status, errors, attempts, idempotencyKey });
  }
}
