// Made from the schemas of src/contract by `npm run wire`.

import type { HeldTerms, HoldSuccessor } from './holds.ts';

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

/** Why an item is not held. */
export type ReserveError =
  | {
      readonly code: 'already-confirmed';
      readonly message: string;
      /** The order, where it is one of the same cart. */
      readonly value: {
        /** The partner’s id of the order. */
        readonly orderId?: string;
      };
    }
  | {
      readonly code: 'unknown-cart-item';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'quantity-out-of-bounds';
      readonly message: string;
      readonly value: {
        /** The fewest that can be had. */
        readonly minimum: number;
        /** The most that can be had. */
        readonly maximum: number;
        /** How many of the product this cart may have in this item; absent where a cart has no limit. */
        readonly left?: number;
      };
    }
  | {
      readonly code: 'too-many-holds';
      readonly message: string;
      readonly value: {
        /** The most that may be live. */
        readonly maximum: number;
      };
    }
  | {
      readonly code: 'out-of-stock';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'refused';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    };

/** Why an item is not bought. */
export type ConfirmError =
  | {
      readonly code: 'price-mismatch';
      readonly message: string;
      readonly value: HeldTerms;
    }
  | {
      readonly code: 'quantity-mismatch';
      readonly message: string;
      readonly value: HeldTerms;
    }
  | {
      readonly code: 'reservation-expired';
      readonly message: string;
      readonly value: {
        /** When it ended. */
        readonly expirationDateTimeUtc: string;
      };
    }
  | {
      readonly code: 'reservation-released';
      readonly message: string;
      readonly value: HoldSuccessor | { readonly [name: string]: never };
    }
  | {
      readonly code: 'already-confirmed';
      readonly message: string;
      /** The order, where it is one of the same cart. */
      readonly value: {
        /** The partner’s id of the order. */
        readonly orderId?: string;
      };
    }
  | {
      readonly code: 'already-cancelled';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'unknown-reservation';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'unknown-cart-item';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'quantity-out-of-bounds';
      readonly message: string;
      readonly value: {
        /** The fewest that can be had. */
        readonly minimum: number;
        /** The most that can be had. */
        readonly maximum: number;
        /** How many of the product this cart may have in this item; absent where a cart has no limit. */
        readonly left?: number;
      };
    }
  | {
      readonly code: 'out-of-stock';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'refused';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    };

/** Why a hold could not be ended. */
export type ReleaseError =
  | {
      readonly code: 'already-confirmed';
      readonly message: string;
      /** The order, where it is one of the same cart. */
      readonly value: {
        /** The partner’s id of the order. */
        readonly orderId?: string;
      };
    }
  | {
      readonly code: 'already-cancelled';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'unknown-reservation';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    }
  | {
      readonly code: 'refused';
      readonly message: string;
      readonly value: { readonly [name: string]: never };
    };

/** One thing that is wrong. */
export interface ErrorEntry {
  /** An `ErrorCode`, when it is this project’s service that answers. */
  readonly code: string;
  readonly message: string;
  readonly value: { readonly [name: string]: unknown };
}

/** Why a request was refused as a whole. 401 alone has no body. */
export interface ErrorBody {
  readonly description: string;
  readonly errors: readonly ErrorEntry[];
}
