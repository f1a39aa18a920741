// Made from the schemas of src/contract by `npm run wire`.

/** Every code of this project’s service. Rokt publishes none. */
export type ErrorCode =
  | 'invalid-request'
  | 'duplicate-cart-item'
  | 'unauthorized'
  | 'tag-not-of-account'
  | 'origin-not-allowed'
  | 'host-not-allowed'
  | 'not-found'
  | 'method-not-allowed'
  | 'request-timeout'
  | 'request-in-progress'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'idempotency-key-reused'
  | 'not-confirmed'
  | 'rate-limited'
  | 'headers-too-large'
  | 'internal'
  | 'unavailable'
  | 'timeout'
  | 'unknown-reservation'
  | 'unknown-cart-item'
  | 'quantity-out-of-bounds'
  | 'too-many-holds'
  | 'out-of-stock'
  | 'price-mismatch'
  | 'quantity-mismatch'
  | 'reservation-expired'
  | 'reservation-released'
  | 'already-confirmed'
  | 'refused'
  | 'already-cancelled';

/** One thing that is wrong. */
export interface ErrorEntry {
  /** An `ErrorCode`, when it is this project’s service that answers. */
  readonly code: string;
  /** In words, for a developer. */
  readonly message: string;
  /** What the code knows of it by name, such as the path of a field; `{}` where nothing more. */
  readonly value: { readonly [name: string]: unknown };
}

/** Why a request was refused as a whole. 401 alone has no body. */
export interface ErrorBody {
  /** The first of the errors, in words. */
  readonly description: string;
  /** Everything that is wrong, one by one. */
  readonly errors: readonly ErrorEntry[];
}
